// Pretends that the memory ran out.
// Ends as: memory-limit | threw
function (ctx, callback) { const error = new InternalError('out of memory'); throw error; }
