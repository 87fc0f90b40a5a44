package im.monarch.runtime.store;

import im.monarch.domain.roster.EditRefusal;
import im.monarch.domain.roster.Fence;
import im.monarch.domain.roster.Forfeit;
import im.monarch.domain.roster.Principal;
import im.monarch.domain.roster.Roster;
import im.monarch.domain.roster.RosterEdit;
import im.monarch.domain.roster.RosterEdit.Remove;
import im.monarch.domain.roster.RosterEdit.RemoveGroup;
import im.monarch.domain.roster.RosterEdit.SetProperty;
import im.monarch.domain.roster.RosterLimits;
import im.monarch.domain.roster.RosterRules;
import im.monarch.domain.roster.RosterRules.Outcome;
import im.monarch.domain.roster.Rosters.Edited;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One edit: finds out who is concerned, locks them, reads, asks the rules, writes the difference.
 *
 * <p>Whom an edit of a group or a property concerns has to be read before anything is locked; if
 * that has changed when the locks are there, the transaction is begun anew, and locks those too who
 * were missing.
 */
final class RosterTransaction {

  private static final Edited NO_SUCH_ACCOUNT = new Edited.Refused(EditRefusal.NO_SUCH_ACCOUNT);

  private final Handle owner;
  private final RosterEdit edit;
  private final RosterLimits limits;
  private final Fence fence;
  private final Set<Handle> concerned = new HashSet<>();

  RosterTransaction(Handle owner, RosterEdit edit, RosterLimits limits, Fence fence) {
    this.fence = fence;
    this.owner = owner;
    this.edit = edit;
    this.limits = limits;
    concerned.add(owner);
    edit.subject().ifPresent(concerned::add);
  }

  /** Runs on {@code connection}; again after a conflict, but never twice at once. */
  Future<Edited> run(SqlConnection connection) {
    return foresee(connection)
        .compose(foreseen -> AccountLocks.take(connection, concerned))
        .compose(
            locks ->
                locks.has(owner)
                    ? edit(connection, locks)
                    : Future.succeededFuture(NO_SUCH_ACCOUNT));
  }

  private Future<Void> foresee(SqlConnection connection) {
    return edit instanceof RemoveGroup || edit instanceof SetProperty
        ? RosterQuery.load(connection, owner)
            .onSuccess(book -> book.ifPresent(this::foresee))
            .mapEmpty()
        : Future.succeededFuture();
  }

  private void foresee(Roster before) {
    if (apply(before, Optional.empty()) instanceof Outcome.Changed(var after)) {
      concerned.addAll(RosterRules.touched(before, after));
    }
  }

  private Future<Edited> edit(SqlConnection connection, AccountLocks locks) {
    return Future.all(
            FenceCheck.forfeit(connection, owner, fence),
            RosterQuery.load(connection, owner),
            principal(connection, locks))
        .compose(
            read -> {
              Optional<Forfeit> forfeit = read.resultAt(0);
              Optional<Roster> book = read.resultAt(1);
              Optional<Principal> principal = read.resultAt(2);
              if (forfeit.isPresent()) {
                return Future.succeededFuture(new Edited.Forfeited(forfeit.get()));
              }
              return book.map(before -> store(connection, locks, before, apply(before, principal)))
                  .orElse(Future.succeededFuture(NO_SUCH_ACCOUNT));
            });
  }

  /** Nobody who is not locked: they would be free to go. */
  private Future<Optional<Principal>> principal(SqlConnection connection, AccountLocks locks) {
    return edit.subject()
        .filter(locks::has)
        .filter(handle -> !(edit instanceof Remove))
        .map(handle -> RosterQuery.principal(connection, owner, handle))
        .orElse(Future.succeededFuture(Optional.empty()));
  }

  private Outcome apply(Roster before, Optional<Principal> principal) {
    return RosterRules.apply(before, edit, limits, principal);
  }

  private Future<Edited> store(
      SqlConnection connection, AccountLocks locks, Roster before, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(var reason) -> Future.succeededFuture(new Edited.Refused(reason));
      case Outcome.Changed(var after) -> {
        var touched = RosterRules.touched(before, after);
        concerned.addAll(touched);
        var written = new RosterDifference(locks.id(owner), before, after).writes().run(connection);
        var raised = locks.raise(connection, touched);
        yield Future.join(written, raised)
            .map(done -> new Edited.Stored(before, after, raised.result()));
      }
    };
  }
}
