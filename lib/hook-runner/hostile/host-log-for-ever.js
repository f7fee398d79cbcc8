// Logs for ever and catches what stops it.
// Ends as: cpu-limit
function (ctx, callback) { for (;;) { try { ctx.log({ a: 'x'.repeat(10000) }); } catch (error) {} } }
