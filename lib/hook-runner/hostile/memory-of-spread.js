// Spreads a list into arguments.
// Ends as: memory-limit | threw | cpu-limit
function (ctx, callback) { callback(null, Math.max(...new Array(5e7))); }
