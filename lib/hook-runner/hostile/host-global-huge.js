// Puts more into ctx.global than it may hold.
// Ends as: answer "kept"
function (ctx, callback) { ctx.global.huge = 'x'.repeat(3 * 1024 * 1024); callback(null, 'kept'); }
