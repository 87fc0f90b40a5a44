package im.monarch.domain.roster;

import static im.monarch.domain.roster.EditRefusal.ALREADY_IN_MODE;

import im.monarch.domain.roster.RosterEdit.Add;
import im.monarch.domain.roster.RosterEdit.AddGroup;
import im.monarch.domain.roster.RosterEdit.Arrange;
import im.monarch.domain.roster.RosterEdit.Join;
import im.monarch.domain.roster.RosterEdit.Judge;
import im.monarch.domain.roster.RosterEdit.Remove;
import im.monarch.domain.roster.RosterEdit.RemoveGroup;
import im.monarch.domain.roster.RosterEdit.Rename;
import im.monarch.domain.roster.RosterEdit.RenameGroup;
import im.monarch.domain.roster.RosterEdit.RenameSelf;
import im.monarch.domain.roster.RosterEdit.SetPrivacy;
import im.monarch.domain.roster.RosterEdit.SetPrompt;
import im.monarch.domain.roster.RosterEdit.SetProperty;
import im.monarch.protocol.vocabulary.Handle;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an edit makes of an address book (protocol notes, 3.3 and 8.1).
 *
 * <p>Where several refusals fit, the first of these counts:
 *
 * <pre>
 *  Add to FL         NO_SUCH_ACCOUNT  NO_SUCH_GROUP  ALREADY_THERE  LIST_FULL
 *  Add to AL, BL     NO_SUCH_ACCOUNT  ALREADY_THERE  ON_OPPOSITE_LIST
 *  Judge             NO_SUCH_ACCOUNT  ALREADY_THERE  ON_OPPOSITE_LIST
 *  Join              NOT_ON_LIST  NO_SUCH_GROUP  ALREADY_THERE
 *  Remove            NOT_ON_LIST  NO_SUCH_GROUP  NOT_IN_GROUP
 *  AddGroup          TOO_MANY_GROUPS  GROUP_NAME_TOO_LONG  GROUP_NAME_TAKEN
 *  RemoveGroup       PERMANENT_GROUP  NO_SUCH_GROUP
 *  RenameGroup       NO_SUCH_GROUP  GROUP_NAME_TOO_LONG  GROUP_NAME_TAKEN
 *  Rename            NOT_ON_LIST
 *  SetPrompt         ALREADY_IN_MODE
 *  SetPrivacy        ALREADY_IN_MODE
 *  Arrange           NO_SUCH_ACCOUNT  ON_OPPOSITE_LIST  LIST_FULL  TOO_MANY_GROUPS
 *                    GROUP_NAME_TOO_LONG
 * </pre>
 *
 * <p>RenameSelf and SetProperty are never refused. Every edit that is not refused makes the version
 * one higher, also one that says what is so already.
 */
public final class RosterRules {

  /** What came of an edit. */
  public sealed interface Outcome {

    /** The rules allow it, and this is how it ends. */
    record Changed(Roster after) implements Outcome {}

    record Refused(EditRefusal reason) implements Outcome {}
  }

  private RosterRules() {}

  /**
   * Makes one edit.
   *
   * @param subject the contact of an Add, Judge or Arrange; none if there is no such account, and
   *     for all other edits
   */
  public static Outcome apply(
      Roster before, RosterEdit edit, RosterLimits limits, Optional<Principal> subject) {
    var draft = new Draft(before);
    return make(draft, edit, limits, subject)
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Changed(draft.done()));
  }

  private static Optional<EditRefusal> make(
      Draft draft, RosterEdit edit, RosterLimits limits, Optional<Principal> subject) {
    return switch (edit) {
      case Add add -> new ListRules(draft, limits).add(add, subject);
      case Judge judge -> new ListRules(draft, limits).judge(judge, subject);
      case Join join -> new ListRules(draft, limits).join(join);
      case Remove remove -> new ListRules(draft, limits).remove(remove);
      case Rename rename -> new ListRules(draft, limits).rename(rename);
      case AddGroup add -> new GroupRules(draft, limits).add(add);
      case RemoveGroup remove -> new GroupRules(draft, limits).remove(remove);
      case RenameGroup rename -> new GroupRules(draft, limits).rename(rename);
      case Arrange arrange -> new ArrangeRules(draft, limits).arrange(arrange, subject);
      case SetPrompt(var mode) -> draft.prompt(mode) ? Optional.empty() : inMode();
      case SetPrivacy(var mode) -> draft.privacy(mode) ? Optional.empty() : inMode();
      case RenameSelf(var name) -> {
        draft.name(name);
        yield Optional.empty();
      }
      case SetProperty(var key, var value) -> {
        draft.set(key, value);
        yield Optional.empty();
      }
    };
  }

  private static Optional<EditRefusal> inMode() {
    return Optional.of(ALREADY_IN_MODE);
  }

  /**
   * The other accounts whose version goes up with an edit of this one: those whose RL changes, and
   * those who see a property that changes.
   */
  public static Set<Handle> touched(Roster before, Roster after) {
    var changes = Transitions.between(before, after);
    var touched = new HashSet<>(changes.added());
    touched.addAll(changes.removed());
    if (!before.properties().equals(after.properties())) {
      touched.addAll(after.watchers());
    }
    touched.remove(after.owner());
    return Set.copyOf(touched);
  }
}
