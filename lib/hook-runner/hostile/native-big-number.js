// A power of big integers that takes for ever.
// Ends as: cpu-limit | memory-limit | threw | answer 1
function (ctx, callback) { const big = 7n ** 900000n; callback(null, String(big * big).length > 0 ? 1 : 0); }
