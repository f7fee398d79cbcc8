/**
 * access: may this manager do this to this user?
 *
 * Asked before anything is read from or done to a user, whichever way the request came in.
 *   ctx.request.user    the manager, as the tenant has them at this moment
 *   ctx.payload.user    the user whom it is about
 *   ctx.payload.action  what the manager wants: 'read:user', 'change:profile', 'block:user', …
 *
 * `callback()` permits. `callback(new Error(sentence))` refuses, and the manager reads the sentence.
 * On 'read:user' an object as answer is the user as this manager may see it.
 */
function (ctx, callback) {
  function departmentOf(person) {
    return person.app_metadata && person.app_metadata.department;
  }

  var own = departmentOf(ctx.request.user);

  if (!own) {
    return callback(new Error('You are not part of any department yet. Ask IT to add you to one.'));
  }

  // What the tenant itself gives to users, roles and organizations, reaches beyond departments. A hook that says
  // nothing of these two actions leaves them to the administrators of every department; here it is IT's.
  var isOfTenant = ctx.payload.action === 'read:roles' || ctx.payload.action === 'change:roles';
  var isAdministrator = (ctx.request.user.scope || []).indexOf('manage:config') !== -1;

  if (isOfTenant && !(own === 'IT' && isAdministrator)) {
    return callback(new Error('Roles and organizations are looked after by the administrators in IT.'));
  }

  // IT looks after everybody, also after users who have no department yet.
  if (own === 'IT') {
    return callback();
  }

  if (departmentOf(ctx.payload.user) !== own) {
    return callback(new Error('You can only manage the users of your own department.'));
  }

  return callback();
}
