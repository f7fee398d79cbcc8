// Requires modules of the host.
// Ends as: threw
function (ctx, callback) {
  callback(null, require('child_process').execSync('id').toString());
}
