// Calls back twice, the second time with an error.
// Ends as: answer "first"
function (ctx, callback) { callback(null, 'first'); callback(new Error('second')); }
