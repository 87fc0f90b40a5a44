package im.monarch.runtime.store;

import im.monarch.domain.roster.Fence;
import im.monarch.domain.roster.Roster;
import im.monarch.domain.roster.RosterEdit;
import im.monarch.domain.roster.RosterLimits;
import im.monarch.domain.roster.Rosters;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Address books in SQL. */
final class SqlRosters implements Rosters {

  private final Database database;
  private final RosterLimits limits;
  private final Settlements settlements;

  SqlRosters(Database database, RosterLimits limits, Settlements settlements) {
    this.database = database;
    this.limits = limits;
    this.settlements = settlements;
  }

  @Override
  public Future<Optional<Roster>> load(Handle owner) {
    return database.read(client -> RosterQuery.load(client, owner));
  }

  @Override
  public Future<Optional<Roster>> settled(Handle owner) {
    return settlements.settle(owner);
  }

  @Override
  public Future<Set<Handle>> admitting(Handle viewer, Collection<Handle> others) {
    return others.isEmpty()
        ? Future.succeededFuture(Set.of())
        : database.read(client -> RosterQuery.admitting(client, viewer, others));
  }

  @Override
  public Future<Edited> edit(Handle owner, RosterEdit edit, Fence fence) {
    return database.write(new RosterTransaction(owner, edit, limits, fence)::run);
  }
}
