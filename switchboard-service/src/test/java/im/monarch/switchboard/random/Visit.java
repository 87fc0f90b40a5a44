package im.monarch.switchboard.random;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.switchboard.stage.Caller;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/**
 * One person's stay in a session: says numbered messages, invites people, and may leave, all at
 * random; a thread of its own reads everything there is to hear.
 */
final class Visit {

  /** How a visit ends. */
  enum End {
    STAYED,
    LEFT,
    BROKE
  }

  private static final int ACTIONS = 60;
  private static final int PERCENT = 100;
  private static final int CALLS = 8;
  private static final int GOOD_BYES = 2;
  private static final int BREAKS = 1;
  private static final int LAST = 1_000_000;

  private final int number;
  private final Caller caller;
  private final List<String> people;
  private final RandomGenerator random;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private volatile boolean answered;
  private final Thread reader;
  private final Thread writer;
  private volatile End end = End.STAYED;
  private int said;

  /**
   * @param people whom it may invite
   */
  Visit(int number, Caller caller, List<String> people, long seed) {
    this.number = number;
    this.caller = caller;
    this.people = people;
    this.random = new Random(seed);
    this.reader = Thread.ofVirtual().unstarted(this::read);
    this.writer = Thread.ofVirtual().unstarted(this::act);
  }

  Visit start() {
    reader.start();
    writer.start();
    return this;
  }

  private void read() {
    try {
      while (true) {
        heard.add(caller.hears());
        if (heard.getLast().equals("208 " + LAST)) {
          answered = true;
        }
      }
    } catch (IOException gone) {
      answered = true; // that was everything
    }
  }

  private void act() {
    try {
      for (int i = 0; i < ACTIONS && end == End.STAYED; i++) {
        act(random.nextInt(PERCENT));
      }
      if (end == End.STAYED) {
        caller.says("CAL " + LAST + " nobody"); // answered when everything before it was
      }
    } catch (IOException e) {
      end = End.BROKE;
    }
  }

  private void act(int dice) throws IOException {
    if (dice < CALLS) {
      caller.says("CAL 0 " + people.get(random.nextInt(people.size())) + "@example.com");
    } else if (dice < CALLS + GOOD_BYES && number > 0) {
      end = End.LEFT;
      caller.says("OUT");
    } else if (dice < CALLS + GOOD_BYES + BREAKS && number > 0) {
      end = End.BROKE;
      caller.breaks();
    } else {
      say();
    }
  }

  private void say() throws IOException {
    caller.says(said, 'A', "visit " + number + " says " + said);
    said++;
  }

  /** Whether it has done everything it does, and everything was answered. */
  boolean isFinished() {
    return !writer.isAlive() && answered;
  }

  /** Says that it is still there. */
  void saysThatItStayed() {
    try {
      caller.says(said, 'U', "visit " + number + " stayed");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Fails unless it has heard that all {@code others} stayed. */
  void heardThatTheyStayed(List<Visit> others) {
    for (var other : others) {
      if (other != this) {
        assertThat(heard)
            .as("visit %s of visit %s", number, other.number)
            .anyMatch(line -> line.endsWith("visit " + other.number + " stayed"));
      }
    }
  }

  void isOver() throws IOException, InterruptedException {
    caller.close();
    reader.join();
  }

  int number() {
    return number;
  }

  End end() {
    return end;
  }

  View view() {
    return View.of(heard);
  }
}
