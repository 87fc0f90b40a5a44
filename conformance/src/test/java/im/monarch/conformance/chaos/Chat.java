package im.monarch.conformance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.chaos.crowd.Conversation;
import im.monarch.conformance.chaos.crowd.SignIn;
import im.monarch.conformance.chaos.crowd.Wire;
import java.time.Duration;
import java.util.List;

/** Two people who talk all the time. */
final class Chat implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Scene scene;
  private final List<Wire> sessions;
  private final Conversation conversation;

  private Chat(Scene scene, List<Wire> sessions, Conversation conversation) {
    this.scene = scene;
    this.sessions = sessions;
    this.conversation = conversation;
  }

  /** One signs in at one process, one at another; they begin to talk. */
  static Chat between(Scene scene, Cluster cluster, String one, String other) throws SignIn.InVain {
    var alice = new Witness(scene, cluster, scene.register("a"));
    var bob = new Witness(scene, cluster, scene.register("b"));
    var alices = alice.comesTo(one);
    var bobs = bob.comesTo(other);
    var conversation =
        Conversation.begin(
            scene.place(), alices, alice.handle(), bob.handle(), () -> bob.ringing());
    return new Chat(scene, List.of(alices, bobs), conversation);
  }

  /** Where they talk. */
  String switchboard() {
    return conversation.node();
  }

  /** Whether both have been hung up on. */
  boolean over() {
    return conversation.over();
  }

  /** They say something all the time; each word is acknowledged. The longest that took. */
  Duration goesOnFor(Duration time) {
    long end = scene.recorder().now() + time.toNanos();
    long slowest = 0;
    while (scene.recorder().now() < end) {
      long asked = scene.recorder().now();
      assertThat(conversation.say()).as("acknowledged").isTrue();
      slowest = Math.max(slowest, scene.recorder().now() - asked);
      Scene.lasts(PAUSE);
    }
    return Duration.ofNanos(slowest);
  }

  @Override
  public void close() {
    conversation.close();
    sessions.forEach(Wire::close);
  }
}
