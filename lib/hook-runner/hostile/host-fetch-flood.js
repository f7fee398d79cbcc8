// Calls other services for ever.
// Ends as: host-limit
async function (ctx, callback) { for (;;) await fetch("https://example.com/").catch(() => {}); }
