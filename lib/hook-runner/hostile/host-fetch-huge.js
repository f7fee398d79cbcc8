// Sends more than a call may hold.
// Ends as: threw | memory-limit
async function (ctx, callback) { await fetch("https://example.com/", { method: "POST", body: "x".repeat(2 << 20) }); }
