// A loop inside the engine over a list that is not there.
// Ends as: cpu-limit
function (ctx, callback) { callback(null, new Array(2 ** 32 - 1).includes(1)); }
