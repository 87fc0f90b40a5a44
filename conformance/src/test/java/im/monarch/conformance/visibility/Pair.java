package im.monarch.conformance.visibility;

import im.monarch.conformance.client.Client;
import im.monarch.conformance.client.Door;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** An alice and a bob of their own, who make moves and listen. */
final class Pair implements AutoCloseable {

  private static final AtomicInteger PAIRS = new AtomicInteger();
  private static final String STATE = "NLN";
  private static final String OTHER_STATE = "BSY";

  private final Door door;
  private final String aliceDialect;
  private final String bobDialect;
  private Optional<Client> aliceHere = Optional.empty();
  private Client bob;
  private String alice;
  private String bobHandle;
  private String name;
  private String state;
  private int trId;

  Pair(Door door, String aliceDialect, String bobDialect) {
    this.door = door;
    this.aliceDialect = aliceDialect;
    this.bobDialect = bobDialect;
    startAnew();
  }

  /** As {@link Situation#FIRST} has it. */
  private void startAnew() {
    int number = PAIRS.incrementAndGet();
    alice = "alice@v" + number + ".example.com";
    bobHandle = "bob@v" + number + ".example.com";
    name = "Alice";
    door.register(alice, name);
    door.register(bobHandle, "Bob");
    bob = door.signIn(bobHandle, bobDialect);
    bob.say("CHG 1 NLN 0");
    expect(bob.hearOut(), List.of("CHG 1 NLN 0")).ifPresent(Pair::fail);
  }

  private static void fail(String difference) {
    throw new IllegalStateException(difference);
  }

  /** Plays a case where the last one has led; begins anew when it was not as it should be. */
  Optional<String> play(Case step) {
    trId++;
    var difference = made(step.move());
    if (difference.isEmpty() && step.move() != Move.MEETS_BOB_ANEW) {
      difference = bobHears(step);
    }
    if (difference.isEmpty() && step.move() == Move.MEETS_BOB_ANEW) {
      difference = bobComesBack(step);
    }
    if (difference.isPresent()) {
      close();
      aliceHere = Optional.empty();
      startAnew();
    }
    return difference;
  }

  /** What alice says, and hears in answer. */
  private Optional<String> made(Move move) {
    return switch (move) {
      case SIGNS_IN -> {
        aliceHere = Optional.of(door.signIn(alice, aliceDialect));
        yield aliceHears(List.of());
      }
      case SHOWS_UP -> changesStatus(STATE);
      case CHANGES_STATE -> changesStatus(state.equals(STATE) ? OTHER_STATE : STATE);
      case HIDES -> changesStatus("HDN");
      case TAKES_A_NAME -> {
        name = "Alice" + trId;
        yield edits("REA %d " + alice + ' ' + name);
      }
      case ALLOWS -> edits("ADD %d AL " + bobHandle + " Bob");
      case BLOCKS -> edits("ADD %d BL " + bobHandle + " Bob");
      case DISALLOWS -> edits("REM %d AL " + bobHandle);
      case UNBLOCKS -> edits("REM %d BL " + bobHandle);
      case CLOSES_THE_DOOR -> edits("BLP %d BL");
      case OPENS_THE_DOOR -> edits("BLP %d AL");
      case LEAVES -> leaves();
      case VANISHES -> vanishes();
      case IS_FOLLOWED, IS_FOLLOWED_NO_MORE, MEETS_BOB_ANEW -> Optional.empty();
    };
  }

  private Optional<String> changesStatus(String status) {
    state = status;
    aliceHere.orElseThrow().say("CHG " + trId + ' ' + status + " 0");
    return aliceHears(List.of("CHG " + trId + ' ' + status + " 0"));
  }

  /** The answer to an edit is the request with a version somewhere; here only that it is one. */
  private Optional<String> edits(String request) {
    aliceHere.orElseThrow().say(request.formatted(trId));
    var heard = aliceHere.orElseThrow().hearOut();
    var answer = request.substring(0, 3) + ' ' + trId + ' ';
    return heard.size() == 1 && heard.getFirst().startsWith(answer)
        ? Optional.empty()
        : Optional.of("alice should have heard " + answer + " but heard " + heard);
  }

  private Optional<String> aliceHears(List<String> lines) {
    return expect(aliceHere.orElseThrow().hearOut(), lines).map(text -> "alice " + text);
  }

  private Optional<String> leaves() {
    try (var client = aliceHere.orElseThrow()) {
      aliceHere = Optional.empty();
      client.say("OUT");
      return expect(client.hearToTheEnd(), List.of("OUT", Client.HANG_UP));
    }
  }

  private Optional<String> vanishes() {
    aliceHere.orElseThrow().vanish();
    aliceHere = Optional.empty();
    return Optional.empty();
  }

  private Optional<String> bobHears(Case step) {
    var expected = new ArrayList<String>();
    switch (step.move()) {
      case IS_FOLLOWED -> {
        bob.say("ADD " + trId + " FL " + alice + " Alice 0");
        expected.add("ADD " + trId + " FL ");
        if (step.next().bobSeesAlice()) {
          expected.add("ILN " + trId + ' ' + appearance());
        }
      }
      case IS_FOLLOWED_NO_MORE -> {
        bob.say("REM " + trId + " FL " + alice);
        expected.add("REM " + trId + " FL ");
      }
      default -> news(step).ifPresent(expected::add);
    }
    return expect(heardBy(bob, expected.size()), expected).map(text -> "bob " + text);
  }

  /** The one line that tells bob of a change, if he is to be told (8.2). */
  private Optional<String> news(Case step) {
    boolean before = step.situation().bobSeesAlice();
    boolean after = step.next().bobSeesAlice();
    if (after && (!before || step.move().isNews())) {
      return Optional.of("NLN " + appearance());
    }
    return before && !after ? Optional.of("FLN " + alice) : Optional.empty();
  }

  private String appearance() {
    return state + ' ' + alice + ' ' + name + " 0";
  }

  private Optional<String> bobComesBack(Case step) {
    try (var before = bob) {
      before.say("OUT");
      var goodBye = expect(before.hearToTheEnd(), List.of("OUT", Client.HANG_UP));
      if (goodBye.isPresent()) {
        return goodBye;
      }
    }
    bob = door.signIn(bobHandle, bobDialect);
    bob.say("CHG " + trId + " NLN 0");
    var expected = new ArrayList<String>();
    expected.add("CHG " + trId + " NLN 0");
    if (step.next().bobSeesAlice()) {
      expected.add("ILN " + trId + ' ' + appearance());
    }
    return expect(bob.hearOut(), expected).map(text -> "bob " + text);
  }

  /** As many lines as there should be, however long they take, and then all the others. */
  private static List<String> heardBy(Client client, int count) {
    var heard = new ArrayList<String>();
    while (heard.size() < count
        && !heard.contains(Client.SILENCE)
        && !heard.contains(Client.HANG_UP)) {
      heard.add(client.hear());
    }
    heard.addAll(client.hearOut());
    return heard;
  }

  /** Compares lines; one that ends with a blank stands for all that begin so. */
  private static Optional<String> expect(List<String> heard, List<String> expected) {
    boolean same = heard.size() == expected.size();
    for (int i = 0; same && i < heard.size(); i++) {
      var line = expected.get(i);
      same = line.endsWith(" ") ? heard.get(i).startsWith(line) : heard.get(i).equals(line);
    }
    return same
        ? Optional.empty()
        : Optional.of("should have heard " + expected + " but heard " + heard);
  }

  @Override
  public void close() {
    aliceHere.ifPresent(Client::close);
    bob.close();
  }
}
