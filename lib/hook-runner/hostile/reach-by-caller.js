// Walks up the callers to find the one that holds the host.
// Ends as: answer "none"
function (ctx, callback) {
  var found = 'none';
  try { if (arguments.callee.caller) found = String(arguments.callee.caller).slice(0, 40); } catch (error) {}
  callback(null, found);
}
