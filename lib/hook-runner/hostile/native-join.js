// Joins a list of four thousand million holes.
// Ends as: cpu-limit | memory-limit | threw
function (ctx, callback) { const list = []; list.length = 2 ** 32 - 1; callback(null, list.join('').length); }
