/*
 * Makes complete options for ECharts of those that ChartOptions.java writes: colours of a scheme, formats, intervals.
 * Runs in browsers and in Rhino, hence the old dialect.
 */
var TwinplaceCharts = (function () {
  'use strict';

  var FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
  var NBSP = '\u00a0';

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
    series.itemStyle = {color: colour};
    series.animation = false;
    series.clip = true;
    if (series.type === 'custom') {
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
    series.z = 3;
    series.symbolSize = isMap ? (series.twinplace.colour === 'grey' ? 4 : 9) : (series.type === 'line' ? 6 : 10);
    series.showSymbol = series.data.length <= 16;
    series.lineStyle = {color: colour, width: 2, type: series.twinplace.isDashed ? [6, 4] : 'solid'};
    series.label = {
      show: true, position: 'right', distance: 6, color: scheme.ink, fontFamily: FONT, fontSize: mode.isFile ? 12 : 11,
      formatter: function (params) { return params.data.name || ''; }
    };
    series.labelLayout = {hideOverlap: true};
    series.emphasis = {focus: isMap ? 'none' : 'series'};
  }

  function dressAxis(axis, described, scheme, isAcross, mode) {
    axis.name = axis.type === 'category' ? '' : described.name;
    axis.nameLocation = isAcross ? 'middle' : 'end';
    axis.nameGap = isAcross ? 30 : 12;
    axis.nameTextStyle = {
      color: scheme.muted, fontFamily: FONT, fontSize: 12, align: isAcross ? 'center' : 'left',
      padding: isAcross ? 0 : [0, 0, 0, -40]
    };
    axis.axisLine = {show: isAcross, lineStyle: {color: scheme.line}, onZero: false};
    axis.axisTick = {show: isAcross, lineStyle: {color: scheme.line}};
    axis.splitLine = {show: true, lineStyle: {color: scheme.grid, type: 'solid'}};
    axis.minorSplitLine = {show: false};
    axis.axisLabel = {color: scheme.muted, fontFamily: FONT, fontSize: 11, hideOverlap: true};
    if (axis.type === 'category') {
      axis.inverse = !isAcross;
      axis.axisLabel.interval = 0;
      axis.axisLabel.width = mode.width < 480 ? 110 : 190;
      axis.axisLabel.overflow = 'break';
      axis.axisLabel.color = scheme.ink;
    } else {
      axis.axisLabel.formatter = function (value) { return onAxis(described, value); };
      if (axis.type === 'value') {
        axis.scale = true;
        axis.splitNumber = mode.width < 480 ? 3 : 5;
      }
    }
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
    dressAxis(options.xAxis, options.twinplace.x, scheme, true, mode);
    dressAxis(options.yAxis, options.twinplace.y, scheme, false, mode);
    options.animation = false;
    options.textStyle = {fontFamily: FONT};
    options.grid = {left: 8, right: mode.isFile ? 110 : 24, top: 34, bottom: 44, containLabel: true};
    options.legend = {show: false, data: legendNames(options)};
    options.tooltip = mode.isFile ? {show: false} : tooltip(options, scheme);
    if (mode.isFile) {
      options.backgroundColor = scheme.page;
      options.title = {
        text: options.twinplace.title, left: 12, top: 10,
        textStyle: {color: scheme.ink, fontFamily: FONT, fontSize: 16, fontWeight: 600}
      };
      options.legend = {
        show: true, data: legendNames(options), left: 8, right: 12, top: 36, itemWidth: 22, itemHeight: 10, itemGap: 14,
        textStyle: {color: scheme.ink, fontFamily: FONT, fontSize: 12}
      };
      options.grid.top = 112;
    }
    return options;
  }

  return {dress: dress, figure: figure};
})();
