// Compiles an expression of a hundred thousand brackets.
// Ends as: threw | cpu-limit | crashed
function (ctx, callback) { callback(null, eval('['.repeat(100000) + ']'.repeat(100000))); }
