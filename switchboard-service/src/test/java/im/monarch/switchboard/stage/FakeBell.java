package im.monarch.switchboard.stage;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.switchboards.Bell;
import im.monarch.domain.switchboards.Invitation;
import im.monarch.domain.switchboards.RingAnswer;
import im.monarch.domain.switchboards.RingAnswer.NotReachable;
import im.monarch.domain.switchboards.RingAnswer.Rung;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Reaches those who are said to be reachable, and remembers everybody it was to ring. */
public final class FakeBell implements Bell {

  private final Set<Handle> reachable = ConcurrentHashMap.newKeySet();
  private final List<Invitation> rung = new CopyOnWriteArrayList<>();
  private volatile Function<Invitation, Future<RingAnswer>> answers = this::decide;

  /** From now on {@code people} are rung. */
  public FakeBell reaches(String... people) {
    for (var person : people) {
      reachable.add(People.handle(person));
    }
    return this;
  }

  /** From now on invitations are answered in another way. */
  public void answersWith(Function<Invitation, Future<RingAnswer>> other) {
    answers = other;
  }

  /** The invitations so far. */
  public List<Invitation> rung() {
    return rung;
  }

  /** What reaches the client of {@code invitation}'s callee. */
  public RingAnswer ring(Invitation invitation) {
    return new Rung(People.guest(invitation.callee()));
  }

  private Future<RingAnswer> decide(Invitation invitation) {
    return Future.succeededFuture(
        reachable.contains(invitation.callee()) ? ring(invitation) : new NotReachable());
  }

  @Override
  public Future<RingAnswer> ring(Optional<NodeId> node, Invitation invitation) {
    rung.add(invitation);
    return answers.apply(invitation);
  }
}
