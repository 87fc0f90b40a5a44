package im.monarch.conformance.chaos.crowd;

import im.monarch.conformance.chaos.history.Event.Kind;
import im.monarch.conformance.chaos.history.Recorder;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Conversations of one person: those they begin and those they are rung for. */
final class Talk {

  private static final int ANSWERS = 2;

  private final Recorder recorder;
  private final Entrance entrance;
  private final String who;
  private final AtomicInteger said = new AtomicInteger();

  Talk(Recorder recorder, Entrance entrance, String who) {
    this.recorder = recorder;
    this.entrance = entrance;
    this.who = who;
  }

  /**
   * Asks for a conversation, invites somebody and says something, as far as that goes.
   *
   * @param messages how many; every second one asks to be acknowledged
   */
  void begin(Wire notification, String callee, int messages) {
    var xfr = notification.ask("XFR", "SB").orElse("").split(" ", -1);
    if (!xfr[0].equals("XFR")) {
      return;
    }
    var joined = new CountDownLatch(1);
    try {
      var wire =
          dial(
              xfr[3],
              line -> {
                if (line.startsWith("JOI ")) {
                  joined.countDown();
                }
              });
      if (accepted(wire, "USR", who + ' ' + xfr[5], "USR")
          && accepted(wire, "CAL", callee, "CAL")
          && joined.await(Wire.PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        for (int i = 0; i < messages && wire.open(); i++) {
          say(wire, i % 2 == 0 ? "A" : "N");
        }
      }
      leave(wire);
    } catch (IOException e) {
      // That switchboard is gone; the history says so.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A dead line needs no good-bye; whoever waits for an answer in vain hangs up at once. */
  private static void leave(Wire wire) {
    if (wire.open()) {
      wire.leave();
    }
  }

  /** {@code RNG session address CKI key inviter name}: goes there and answers what is said. */
  void answer(String rng) {
    var words = rng.split(" ", -1);
    var gone = new CountDownLatch(1);
    var heard = new AtomicInteger();
    var turn = new CompletableFuture<Wire>();
    try {
      var wire =
          dial(
              words[2],
              line -> {
                if (line.startsWith("BYE ")) {
                  gone.countDown();
                } else if (line.startsWith("MSG ") && heard.incrementAndGet() <= ANSWERS) {
                  answerBack(turn);
                }
              });
      if (accepted(wire, "ANS", who + ' ' + words[4] + ' ' + words[1], "ANS")) {
        turn.complete(wire);
        while (wire.open() && !gone.await(100, TimeUnit.MILLISECONDS)) {
          // The inviter goes first.
        }
      }
      leave(wire);
    } catch (IOException e) {
      // As above.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** When the server has let them in; on a thread of its own, as this one reads. */
  private void answerBack(CompletableFuture<Wire> turn) {
    Thread.startVirtualThread(() -> say(turn.join(), "A"));
  }

  private Wire dial(String address, Consumer<String> listener) throws IOException {
    var switchboard = entrance.at(SignIn.address(address));
    return Wire.dial(recorder, Kind.DIALED_SWITCHBOARD, who, switchboard, listener);
  }

  private static boolean accepted(Wire wire, String verb, String rest, String beginning) {
    return wire.ask(verb, rest).filter(line -> line.startsWith(beginning)).isPresent();
  }

  /** Whoever is told nothing hangs up: a client shows that the message was not delivered. */
  private void say(Wire wire, String acknowledgement) {
    var text = who + '/' + said.incrementAndGet();
    if (acknowledgement.equals("N")) {
      wire.say("MSG", acknowledgement, text, new CompletableFuture<>());
    } else if (wire.ask("MSG", acknowledgement, text).isEmpty()) {
      wire.close();
    }
  }
}
