// Throws after it has called back.
// Ends as: answer "first"
function (ctx, callback) { callback(null, 'first'); throw new Error('after'); }
