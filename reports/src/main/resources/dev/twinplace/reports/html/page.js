(function () {
  'use strict';

  var root = document.documentElement;
  var schemes = JSON.parse(document.getElementById('schemes-data').textContent);
  var charts = JSON.parse(document.getElementById('charts-data').textContent);
  var places = Array.prototype.slice.call(document.querySelectorAll('.chart'));
  var prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
  var choices = ['system', 'light', 'dark'];
  var isPrinting = false, round = 0;

  function scheme() {
    if (isPrinting) { return 'light'; }
    return root.dataset.scheme || (prefersDark.matches ? 'dark' : 'light');
  }

  function hiddenNames(place) {
    return Array.prototype.map.call(place.closest('figure').querySelectorAll('[aria-pressed="false"]'),
      function (key) { return key.dataset.series; });
  }

  function draw(place) {
    var old = echarts.getInstanceByDom(place);
    if (old) { old.dispose(); }
    place.textContent = '';
    var options = JSON.parse(JSON.stringify(charts[place.dataset.chart]));
    var chart = echarts.init(place, null, {renderer: 'svg'});
    chart.setOption(TwinplaceCharts.dress(options, schemes[scheme()], {width: place.clientWidth}));
    TwinplaceCharts.placeLabels(chart, options);
    hiddenNames(place).forEach(function (name) { chart.dispatchAction({type: 'legendUnSelect', name: name}); });
    var svg = place.querySelector('svg');
    svg.setAttribute('viewBox', '0 0 ' + place.clientWidth + ' ' + place.clientHeight);
    svg.setAttribute('aria-hidden', 'true');
    place.dataset.drawn = scheme();
    place.dataset.width = place.clientWidth;
  }

  /* One chart at a time, those in sight first, so that the page can be read at once. */
  function drawAll() {
    var mine = ++round, left = places.slice();
    root.dataset.charts = 'drawing';
    function next() {
      if (mine !== round) { return; }
      if (left.length === 0) {
        root.dataset.charts = 'drawn';
        return;
      }
      var seen = left.findIndex(function (place) {
        var box = place.getBoundingClientRect();
        return box.bottom > 0 && box.top < window.innerHeight;
      });
      draw(left.splice(Math.max(seen, 0), 1)[0]);
      window.setTimeout(next, 0);
    }
    next();
  }

  function remembered() {
    try { return window.localStorage.getItem('twinplace-scheme'); } catch (e) { return null; }
  }

  function choose(choice) {
    if (choice === 'system') { delete root.dataset.scheme; } else { root.dataset.scheme = choice; }
    document.getElementById('scheme').textContent = 'Scheme: ' + choice;
    try { window.localStorage.setItem('twinplace-scheme', choice); } catch (e) { /* nothing is remembered, then */ }
  }

  document.getElementById('scheme').addEventListener('click', function () {
    choose(choices[(choices.indexOf(root.dataset.scheme || 'system') + 1) % choices.length]);
    drawAll();
  });
  prefersDark.addEventListener('change', drawAll);

  document.addEventListener('click', function (event) {
    var key = event.target.closest('.keys button');
    if (!key) { return; }
    var isShown = key.getAttribute('aria-pressed') === 'false';
    key.setAttribute('aria-pressed', String(isShown));
    Array.prototype.forEach.call(key.closest('figure').querySelectorAll('.chart'), function (place) {
      var chart = echarts.getInstanceByDom(place);
      if (chart) { chart.dispatchAction({type: isShown ? 'legendSelect' : 'legendUnSelect', name: key.dataset.series}); }
    });
  });

  /* A link to a table opens it. */
  function openTarget() {
    var target = window.location.hash && document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (target && target.tagName === 'DETAILS') { target.open = true; }
  }
  window.addEventListener('hashchange', openTarget);
  openTarget();

  var resizing;
  window.addEventListener('resize', function () {
    window.clearTimeout(resizing);
    resizing = window.setTimeout(function () {
      if (!isPrinting && places.some(function (place) { return place.dataset.width !== String(place.clientWidth); })) { drawAll(); }
    }, 150);
  });
  window.addEventListener('beforeprint', function () { isPrinting = true; round++; places.forEach(draw); });
  window.addEventListener('afterprint', function () { isPrinting = false; drawAll(); });

  if (window.matchMedia('(max-width: 69.99rem)').matches) { document.querySelector('.contents details').open = false; }
  if (choices.indexOf(remembered()) > 0) { choose(remembered()); }
  drawAll();
})();
