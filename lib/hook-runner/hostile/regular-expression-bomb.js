// A pattern that backtracks for years.
// Ends as: cpu-limit
function (ctx, callback) { callback(null, /^(([a-z])+.)+[A-Z]([a-z])+$/.test('a'.repeat(64))); }
