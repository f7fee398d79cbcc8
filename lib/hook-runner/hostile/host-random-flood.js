// Draws a million numbers.
// Ends as: cpu-limit | answer 1
function (ctx, callback) { let sum = 0; for (let i = 0; i < 1e6; i++) sum += Math.random(); callback(null, sum > 0 ? 1 : 0); }
