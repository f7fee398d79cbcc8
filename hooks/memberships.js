/**
 * memberships: which departments are there to choose from?
 *
 * Asked with the manager as ctx.payload.user for the choices of the form, and with another user for the
 * departments which that user has.
 *
 * The answer is an array of names, or { memberships: […], createMemberships: true } where the manager may
 * also type new names. With one name there is nothing to pick: the form shows it.
 */
function (ctx, callback) {
  var everyDepartment = ['Engineering', 'Finance', 'HR', 'IT', 'Marketing'];

  function departmentOf(person) {
    return person.app_metadata && person.app_metadata.department;
  }

  if (!departmentOf(ctx.request.user)) {
    return callback(new Error('You are not part of any department yet. Ask IT to add you to one.'));
  }

  var department = departmentOf(ctx.payload.user);

  if (department === 'IT') {
    return callback(null, everyDepartment);
  }

  return callback(null, department ? [department] : []);
}
