// Nested quantifiers.
// Ends as: cpu-limit
function (ctx, callback) { callback(null, /^(a+)+$/.test('a'.repeat(40) + '!')); }
