package im.monarch.conformance.model;

import im.monarch.conformance.client.Client;
import im.monarch.conformance.client.Door;
import im.monarch.conformance.model.Step.Say;
import im.monarch.conformance.model.Step.SignIn;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Somebody who changes their lists, one edit after the other, until the server is gone. Others do
 * the same at the same time, to each other, so versions in answers are not known beforehand.
 */
final class Editor {

  private static final Set<String> VERSION_THIRD = Set.of("ADD", "REM");

  private final Cast cast;
  private final Society society;
  private final String who;
  private final Random random;
  private int said;

  /**
   * @param society shared with the other editors, and locked while it takes a step
   */
  Editor(Cast cast, Society society, String who, Random random) {
    this.cast = cast;
    this.society = society;
    this.who = who;
    this.random = random;
  }

  String handle() {
    return cast.handle(who);
  }

  /**
   * Edits until the server hangs up.
   *
   * @param acknowledged runs after every answer
   * @return the edit that was not answered
   */
  Optional<Say> editUntilTheServerIsGone(Door door, Runnable acknowledged) {
    take(new SignIn(who, "MSNP9"));
    try (var client = door.signIn(handle(), "MSNP9")) {
      while (true) {
        var edit = anyEdit();
        client.say(line(edit));
        var answer = client.hear();
        if (answer.equals(Client.HANG_UP)) {
          return Optional.of(edit);
        }
        var expected = take(edit).of(handle()).lines();
        if (expected.size() != 1 || !sameButForTheVersion(answer, expected.getFirst())) {
          throw new AssertionError(
              "after " + edit + ": '" + answer + "' instead of '" + expected + "'");
        }
        acknowledged.run();
      }
    } catch (IllegalStateException goneWhileSigningIn) {
      return Optional.empty();
    }
  }

  /** Lets the model take a step of this editor's. */
  Outcome take(Step step) {
    synchronized (society) {
      return society.take(step, said);
    }
  }

  private String line(Say edit) {
    said++;
    var words = edit.words().stream().map(cast::spelled).toList();
    return edit.verb() + ' ' + said + ' ' + String.join(" ", words);
  }

  /** Each edit that is carried out leaves a trace: whether it was can be told afterwards. */
  private Say anyEdit() {
    return switch (random.nextInt(12)) {
      case 0, 1 -> new Say(who, "ADD", "FL", anybody(), freshName());
      case 2 -> new Say(who, "ADD", "FL", anybody(), freshName(), group());
      case 3, 4 -> new Say(who, "REM", "FL", anybody());
      case 5 -> new Say(who, "ADD", any(List.of("AL", "BL")), anybody(), freshName());
      case 6 -> new Say(who, "REM", any(List.of("AL", "BL")), anybody());
      case 7 -> new Say(who, "ADG", freshName(), "0");
      case 8 -> new Say(who, "RMG", group());
      case 9 -> new Say(who, "REG", group(), freshName(), "0");
      case 10 -> new Say(who, "REA", any(List.of("@" + who, anybody())), freshName());
      default ->
          random.nextBoolean()
              ? new Say(who, "BLP", any(List.of("AL", "BL")))
              : new Say(who, "GTC", any(List.of("A", "N")));
    };
  }

  private String anybody() {
    return "@" + any(cast.players());
  }

  private String freshName() {
    return "n" + said + '-' + random.nextInt(Integer.MAX_VALUE);
  }

  private String group() {
    return String.valueOf(random.nextInt(4));
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static boolean sameButForTheVersion(String answer, String expected) {
    return withoutVersion(answer).equals(withoutVersion(expected));
  }

  private static List<String> withoutVersion(String line) {
    var words = line.split(" ");
    int version = VERSION_THIRD.contains(words[0]) ? 3 : 2;
    if (words.length > version) {
      words[version] = "";
    }
    return Arrays.asList(words);
  }
}
