/*
 * Makes complete options for ECharts of those that ChartOptions.java writes: colours of a scheme, formats, intervals.
 * Runs in browsers and in Rhino, hence the old dialect.
 */
var TwinplaceCharts = (function () {
  'use strict';

  var FONT = 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif';
  var NBSP = '\u00a0';
  var LABEL_SIZE = 11, LABEL_DISTANCE = 5, LABEL_HEIGHT = 14, LABEL_PADDING = 3, STEPS = 60;

  function digits(value, count) {
    if (value === 0) { return '0'; }
    var text = Number(value.toPrecision(count));
    return Math.abs(text) >= 1e-6 ? String(text) : text.toExponential();
  }

  function grouped(text) {
    var parts = text.split('.');
    parts[0] = parts[0].replace(/\B(?=(\d{3})+(?!\d))/g, ',');
    return parts.join('.').replace('-', '\u2212');
  }

  function time(micros) {
    if (Math.abs(micros) < 1e3) { return digits(micros, 3) + NBSP + '\u00b5s'; }
    if (Math.abs(micros) < 1e6) { return digits(micros / 1e3, 3) + NBSP + 'ms'; }
    return digits(micros / 1e6, 3) + NBSP + 's';
  }

  function figure(value, unit) {
    switch (unit) {
      case 'ratio': return grouped(digits(value * 100, 3)) + NBSP + '%';
      case 'share': return grouped(digits(value * 100, 5)) + NBSP + '%';
      case 'us': return time(value);
      case 'ms': return time(value * 1e3);
      case 's': return time(value * 1e6);
      case 'degree': return value.toFixed(3) + '\u00b0';
      case 'count': case 'iteration':
        return Math.abs(value) >= 1e7 ? value.toExponential(0).replace('e+', 'e') : grouped(digits(value, 6));
      default: return grouped(digits(value, 5));
    }
  }

  /* A logarithmic axis ends above zero: what lies below is drawn there, and said so. */
  function onAxis(axis, value) {
    return axis.floor !== undefined && value <= axis.floor * 1.0001
      ? '\u2264' + NBSP + figure(axis.floor, axis.unit)
      : figure(value, axis.unit);
  }

  function band(series) {
    return function (params, api) {
      if (params.dataIndex !== 0) { return null; }
      var points = [], i;
      for (i = 0; i < series.data.length; i++) { points.push(api.coord([series.data[i][0], series.data[i][2]])); }
      for (i = series.data.length - 1; i >= 0; i--) { points.push(api.coord([series.data[i][0], series.data[i][1]])); }
      return {type: 'polygon', shape: {points: points}, style: {fill: series.itemStyle.color, opacity: 0.16}, silent: true};
    };
  }

  function whiskers(series) {
    return function (params, api) {
      var item = series.data[params.dataIndex], across = series.twinplace.isAcross;
      var from = api.coord(across ? [item[1], item[0]] : [item[0], item[1]]);
      var to = api.coord(across ? [item[2], item[0]] : [item[0], item[2]]);
      return {
        type: 'line', silent: true,
        shape: {x1: from[0], y1: from[1], x2: to[0], y2: to[1]},
        style: {stroke: series.itemStyle.color, lineWidth: 1.5, opacity: 0.55}
      };
    };
  }

  function dressSeries(series, scheme, options, mode) {
    var colour = scheme[series.twinplace.colour], isMap = options.twinplace.isMap;
    series.itemStyle = {color: colour, opacity: 1};
    series.animation = false;
    series.clip = true;
    if (series.type === 'custom') {
      // A legend takes its icon from the first series of a name; in a page, hiding a name hides both.
      if (mode.isFile) { series.name += ' interval'; }
      series.silent = true;
      series.tooltip = {show: false};
      series.z = 1;
      series.encode = series.twinplace.isAcross ? {x: [1, 2], y: 0} : {x: 0, y: [1, 2]};
      series.renderItem = series.twinplace.role === 'band' ? band(series) : whiskers(series);
      return;
    }
    if (series.type === 'lines') {
      series.coordinateSystem = 'cartesian2d';
      series.silent = true;
      series.symbol = 'none';
      series.lineStyle = {color: colour, width: 1, opacity: 0.7};
      return;
    }
    if (series.twinplace.isFit) {
      series.silent = true;
      series.z = 2;
      series.lineStyle = {color: colour, width: 1.25, type: 'solid', opacity: 0.75};
      return;
    }
    series.z = 3;
    var isFitted = options.series.some(function (other) { return other.twinplace.isFit; });
    series.symbolSize = isFitted ? 7 : isMap ? (series.twinplace.colour === 'grey' ? 4 : 9) : (series.type === 'line' ? 6 : 10);
    series.showSymbol = series.data.length <= 24;
    series.lineStyle = {color: colour, width: 2, type: series.twinplace.isDashed ? [6, 4] : 'solid'};
    series.label = {
      show: false, distance: LABEL_DISTANCE, color: scheme.ink, fontFamily: FONT, fontSize: LABEL_SIZE,
      textBorderColor: scheme.page, textBorderWidth: 3,
      formatter: function (params) { return params.data.name || ''; }
    };
    series.emphasis = {focus: isMap ? 'none' : 'series'};
  }

  function dressAxis(axis, described, scheme, isAcross, isMap, mode) {
    axis.name = isAcross ? described.name : '';
    axis.nameLocation = 'middle';
    axis.nameGap = 30;
    axis.nameTextStyle = {color: scheme.muted, fontFamily: FONT, fontSize: 12};
    axis.axisLine = {show: isAcross, lineStyle: {color: scheme.line}, onZero: false};
    axis.axisTick = {show: isAcross, lineStyle: {color: scheme.line}};
    axis.splitLine = {show: true, lineStyle: {color: scheme.grid, type: 'solid'}};
    axis.minorSplitLine = {show: false};
    axis.axisLabel = {color: scheme.muted, fontFamily: FONT, fontSize: 11, hideOverlap: true};
    if (axis.type === 'category') {
      axis.inverse = !isAcross;
      axis.axisLabel.interval = 0;
      axis.axisLabel.width = mode.width < 480 ? 120 : 210;
      axis.axisLabel.overflow = 'break';
      axis.axisLabel.lineHeight = 13;
      axis.axisLabel.color = scheme.ink;
    } else {
      axis.axisLabel.formatter = function (value) { return onAxis(described, value); };
      if (isMap) { axis.axisLabel.showMinLabel = axis.axisLabel.showMaxLabel = false; }
      if (axis.type === 'value') {
        axis.scale = true;
        axis.splitNumber = mode.width < 480 ? 3 : 5;
      }
    }
  }

  function axisTitle(text, scheme) {
    return {text: text, left: 0, top: 2, padding: 0, textStyle: {color: scheme.muted, fontFamily: FONT, fontSize: 12, fontWeight: 400}};
  }

  function escaped(text) {
    return String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  }

  function valueOn(axis, described, value) {
    return axis.type === 'category' ? axis.data[value] : onAxis(described, value);
  }

  function tooltip(options, scheme) {
    var known = options.twinplace;
    return {
      trigger: 'item', confine: true, appendToBody: false, transitionDuration: 0,
      backgroundColor: scheme.page, borderColor: scheme.line,
      textStyle: {color: scheme.ink, fontFamily: FONT, fontSize: 12},
      formatter: function (params) {
        var value = params.value;
        if (!value) { return ''; }
        var rows = [[known.x.name, valueOn(options.xAxis, known.x, value[0])], [known.y.name, valueOn(options.yAxis, known.y, value[1])]];
        return '<strong>' + escaped(params.seriesName) + '</strong>'
          + (params.data.name && params.data.name !== params.seriesName ? ' ' + escaped(params.data.name) : '')
          + rows.map(function (row) { return '<br>' + escaped(row[0]) + ': ' + escaped(row[1]); }).join('');
      }
    };
  }

  function legendNames(options) {
    var names = [];
    options.series.forEach(function (series) {
      if (series.type !== 'custom' && series.type !== 'lines' && names.indexOf(series.name) < 0) { names.push(series.name); }
    });
    return names;
  }

  /* mode: width in pixels; isFile, if there is no page around the chart that has its title and legend. */
  function dress(options, scheme, mode) {
    options.series.forEach(function (series) { dressSeries(series, scheme, options, mode); });
    dressAxis(options.xAxis, options.twinplace.x, scheme, true, options.twinplace.isMap, mode);
    dressAxis(options.yAxis, options.twinplace.y, scheme, false, options.twinplace.isMap, mode);
    options.animation = false;
    options.textStyle = {fontFamily: FONT};
    options.grid = {left: 4, right: 28, top: 30, bottom: 44, containLabel: true};
    options.title = [axisTitle(options.yAxis.type === 'category' ? '' : options.twinplace.y.name, scheme)];
    options.legend = {show: false, data: legendNames(options)};
    options.tooltip = mode.isFile ? {show: false} : tooltip(options, scheme);
    if (mode.isFile) {
      options.backgroundColor = scheme.page;
      options.title[0].top = 92;
      options.title[0].left = 12;
      options.title.push({
        text: options.twinplace.title, left: 12, top: 10,
        textStyle: {color: scheme.ink, fontFamily: FONT, fontSize: 16, fontWeight: 600}
      });
      options.legend = {
        show: true, data: legendNames(options), left: 8, right: 12, top: 36, itemWidth: 18, itemHeight: 10, itemGap: 24,
        textStyle: {color: scheme.ink, fontFamily: FONT, fontSize: 12}
      };
      options.grid = {left: 12, right: 90, top: 120, bottom: 50, containLabel: true};
    }
    return options;
  }

  function overlaps(a, b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  }

  /* Where a label may stand, the usual place first: beside the point, above, below, then at the corners of its symbol. */
  function places(point, radius, width) {
    var gap = radius + LABEL_DISTANCE, middle = point[1] - LABEL_HEIGHT / 2, size = 2 * radius;
    var above = point[1] - radius - LABEL_HEIGHT, below = point[1] + radius;
    return [
      ['right', {x: point[0] + gap, y: middle}], ['top', {x: point[0] - width / 2, y: point[1] - gap - LABEL_HEIGHT}],
      ['bottom', {x: point[0] - width / 2, y: point[1] + gap}], ['left', {x: point[0] - gap - width, y: middle}],
      [[size, -LABEL_HEIGHT], {x: point[0] + radius, y: above}], [[size, size], {x: point[0] + radius, y: below}],
      [[-width, -LABEL_HEIGHT], {x: point[0] - radius - width, y: above}], [[-width, size], {x: point[0] - radius - width, y: below}]
    ].map(function (place) {
      place[1].width = width;
      place[1].height = LABEL_HEIGHT;
      return place;
    });
  }

  function between(a, b, share) { return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]; }

  /* Whether a line between two points passes through a box: by small steps along it. */
  function crosses(box, line) {
    for (var step = 0; step <= STEPS; step++) {
      var at = between(line[0], line[1], step / STEPS);
      if (overlaps(box, {x: at[0], y: at[1], width: 1, height: 1})) { return true; }
    }
    return false;
  }

  function drawnPoints(chart, options) {
    var points = [];
    options.series.forEach(function (series, index) {
      if (series.type === 'custom' || series.type === 'lines' || series.twinplace.isFit) { return; }
      series.data.forEach(function (item, at) {
        points.push({
          series: series, index: at, name: item.name || '', radius: series.symbolSize / 2,
          at: chart.convertToPixel({seriesIndex: index}, item.value || item)
        });
      });
    });
    return points;
  }

  function drawnLines(points) {
    return points.slice(1).map(function (point, i) { return [points[i], point]; })
      .filter(function (pair) { return pair[0].series === pair[1].series && pair[0].series.type === 'line'; })
      .map(function (pair) { return [pair[0].at, pair[1].at]; });
  }

  /* A label with some room: fonts differ in the height of a line. */
  function padded(box) {
    return {x: box.x - LABEL_PADDING, y: box.y - LABEL_PADDING, width: box.width + 2 * LABEL_PADDING, height: box.height + 2 * LABEL_PADDING};
  }

  function symbolBox(point) {
    return {x: point.at[0] - point.radius, y: point.at[1] - point.radius, width: 2 * point.radius, height: 2 * point.radius};
  }

  /* Labels points where the label touches no other label, symbol, line or axis, and leaves out the others. The chart must have
     been drawn once: only then it knows where points are. */
  function placeLabels(chart, options) {
    var points = drawnPoints(chart, options), lines = drawnLines(points), taken = points.map(symbolBox);
    var named = points.filter(function (point) { return point.name; });
    if (named.length === 0) { return; }
    var grid = chart.getModel().getComponent('grid').coordinateSystem.getRect();
    named.forEach(function (point) {
      var width = echarts.format.getTextRect(point.name, LABEL_SIZE + 'px ' + FONT).width + 4;
      var free = places(point.at, point.radius, width).filter(function (place) {
        var box = place[1];
        return box.x > grid.x && box.x + box.width < chart.getWidth() - 2 && box.y > grid.y && box.y + box.height < grid.y + grid.height
          && !taken.some(function (other) { return overlaps(box, other); })
          && !lines.some(function (line) { return crosses(box, line); });
      });
      if (free.length === 0) { return; }
      taken.push(padded(free[0][1]));
      point.series.data[point.index].label = {show: true, position: free[0][0]};
    });
    chart.setOption(options);
  }

  return {dress: dress, placeLabels: placeLabels, figure: figure};
})();
