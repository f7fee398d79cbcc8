// The message has ten million characters.
// Ends as: threw
function (ctx, callback) { throw new Error('x'.repeat(1e7)); }
