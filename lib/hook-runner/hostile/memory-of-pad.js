// Pads a text beyond all bounds.
// Ends as: memory-limit | threw | cpu-limit
function (ctx, callback) { callback(null, 'x'.padEnd(2 ** 30, 'abc').padStart(2 ** 30 + 9).length); }
