// A proxy that was revoked.
// Ends as: answer-not-json
function (ctx, callback) { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); callback(null, proxy); }
