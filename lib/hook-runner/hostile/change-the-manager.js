// Makes itself an administrator in its own copy of ctx; the next run must not see it.
// Ends as: answer "IT"
function (ctx, callback) {
  ctx.request.user.app_metadata.department = 'IT';
  ctx.request.user.app_metadata.roles = ['Delegated Admin - Administrator'];
  globalThis.stolen = ctx.request.user;
  callback(null, ctx.request.user.app_metadata.department);
}
