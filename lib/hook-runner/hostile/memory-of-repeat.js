// Repeats a text two thousand million times.
// Ends as: memory-limit | threw | cpu-limit
function (ctx, callback) { callback(null, 'x'.repeat(2 ** 31 - 2).length); }
