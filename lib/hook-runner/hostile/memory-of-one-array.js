// Fills one array of a thousand million.
// Ends as: memory-limit | threw | cpu-limit
function (ctx, callback) { callback(null, new Array(1e9).fill(0).length); }
