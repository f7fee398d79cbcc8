// Calls itself without end.
// Ends as: threw
function hook(ctx, callback) { hook(ctx, callback); }
