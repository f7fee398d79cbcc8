// Reverses an array-like of the greatest length.
// Ends as: cpu-limit | memory-limit | threw
function (ctx, callback) { callback(null, Array.prototype.reverse.call({ length: 2 ** 53 - 1 })); }
