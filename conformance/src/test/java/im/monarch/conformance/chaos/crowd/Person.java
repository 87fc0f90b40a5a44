package im.monarch.conformance.chaos.crowd;

import im.monarch.conformance.chaos.history.Recorder;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Somebody with a client: signs in, does things, comes back when the line is dead. */
public final class Person {

  private static final List<String> STATUSES = List.of("NLN", "BSY", "AWY", "BRB", "HDN", "NLN");
  private static final int FIRST_PAUSE = 500;
  private static final int LONGEST_PAUSE = 4_000;
  private static final int MOST_MESSAGES = 5;

  /** Client ids that no two changes of anybody have in common. */
  private static final AtomicInteger MARKS = new AtomicInteger(1_000);

  private final Recorder recorder;
  private final SignIn signIn;
  private final Entrance entrance;
  private final String handle;
  private final List<String> friends;
  private final Random random;
  private final Pace pace;
  private final Talk talk;
  private final Queue<Wire> forsaken = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Optional<Destination>> sentTo =
      new AtomicReference<>(Optional.empty());
  private volatile Optional<Wire> session = Optional.empty();
  private int pause = FIRST_PAUSE;

  /**
   * @param friends whom they edit, watch and talk to
   * @param pace tells them what to do, and when to stop
   */
  public Person(Place place, String handle, List<String> friends, long seed, Pace pace) {
    this.recorder = place.recorder();
    this.entrance = place.entrance();
    this.signIn = new SignIn(recorder, entrance);
    this.handle = handle;
    this.friends = List.copyOf(friends);
    this.random = new Random(seed);
    this.pace = pace;
    this.talk = new Talk(recorder, entrance, handle);
  }

  /** The server, and the history. */
  public record Place(Recorder recorder, Entrance entrance) {}

  String handle() {
    return handle;
  }

  /** Does things until the pace says that it is over. */
  void live() {
    while (!pace.over()) {
      session = session.filter(Wire::open);
      if (session.isPresent()) {
        act(session.get());
        pace.rest(random.nextInt(2 * pace.pauseMillis()));
      } else if (!comesIn()) {
        pace.rest(pause / 2 + random.nextInt(pause));
        pause = Math.min(2 * pause, LONGEST_PAUSE);
      }
    }
  }

  private boolean comesIn() {
    try {
      var to = sentTo.getAndSet(Optional.empty());
      var wire =
          to.isPresent()
              ? signIn.directly(to.get(), handle, this::hear)
              : signIn.throughDispatch(handle, this::hear);
      wire.ask("SYN", "0");
      wire.ask("CHG", "NLN " + MARKS.incrementAndGet());
      session = Optional.of(wire);
      pause = FIRST_PAUSE;
      return true;
    } catch (SignIn.InVain e) {
      return false;
    }
  }

  /** Rung, or sent elsewhere. */
  private void hear(String line) {
    if (line.startsWith("RNG ")) {
      if (!pace.over()) {
        Thread.startVirtualThread(() -> talk.answer(line));
      }
    } else if (line.startsWith("XFR 0 NS ")) {
      sentTo.set(Optional.of(entrance.at(SignIn.address(line.split(" ", -1)[3]))));
      session.ifPresent(wire -> Thread.startVirtualThread(wire::leave));
    }
  }

  private void act(Wire wire) {
    if (pace.quiet()) {
      ask(wire, "PNG", "");
      return;
    }
    int dice = random.nextInt(100);
    var habits = pace.habits();
    if (dice < habits.changes()) {
      ask(wire, "CHG", any(STATUSES) + ' ' + MARKS.incrementAndGet());
    } else if (dice < habits.changes() + habits.edits()) {
      edit(wire, any(friends));
    } else if (dice < habits.changes() + habits.edits() + habits.talks()) {
      talk.begin(wire, any(friends), 1 + random.nextInt(MOST_MESSAGES));
    } else {
      ask(wire, "PNG", "");
    }
  }

  private void edit(Wire wire, String friend) {
    switch (random.nextInt(6)) {
      case 0, 1 -> ask(wire, "ADD", "FL " + friend + ' ' + friend + " 0");
      case 2 -> ask(wire, "REM", "FL " + friend);
      case 3 -> ask(wire, "ADD", "BL " + friend + ' ' + friend);
      case 4 -> ask(wire, "REM", "BL " + friend);
      default -> {
        if (random.nextBoolean()) {
          ask(wire, "ADD", "AL " + friend + ' ' + friend);
        } else {
          ask(wire, "REM", "AL " + friend);
        }
      }
    }
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Takes a line that does not answer for dead, but does not hang up: it might come back. */
  private void ask(Wire wire, String verb, String rest) {
    if (wire.ask(verb, rest).isEmpty() && wire.open()) {
      forsaken.add(wire);
      session = Optional.empty();
    }
  }

  /** Whether there is a session that seems to live. */
  boolean there() {
    return session.filter(Wire::open).isPresent();
  }

  /** Says so on each connection that is not known to be dead. */
  void showLife() {
    session.filter(Wire::open).ifPresent(wire -> wire.ask("PNG", ""));
    forsaken.stream().filter(Wire::open).forEach(wire -> wire.say("PNG", ""));
  }

  /** Asks the lines that did not answer, again and again, whether they do now. */
  void haunt() {
    forsaken.removeIf(wire -> !wire.open());
    forsaken.forEach(wire -> wire.say("PNG", ""));
  }

  /** Signs out, hangs up where nobody answers. */
  void leave() {
    session.filter(Wire::open).ifPresent(Wire::leave);
    forsaken.forEach(Wire::close);
  }

  /** Signs in once more, to see what the lists are now; whether that worked. */
  boolean readLists() {
    try (var wire = signIn.throughDispatch(handle, line -> {})) {
      wire.ask("SYN", "0");
      wire.ask("PNG", "");
      wire.leave();
      return true;
    } catch (SignIn.InVain e) {
      return false;
    }
  }
}
