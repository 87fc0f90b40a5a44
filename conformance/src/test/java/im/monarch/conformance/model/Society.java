package im.monarch.conformance.model;

import im.monarch.conformance.model.Step.Leave;
import im.monarch.conformance.model.Step.Say;
import im.monarch.conformance.model.Step.SignIn;
import im.monarch.conformance.model.Step.Syn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A service in one map. Follows the documents, not the server: after each step it works out from
 * scratch who may see whom (protocol notes, 8.2), and tells each screen what changed on it.
 */
final class Society {

  /**
   * How large an address book may grow.
   *
   * @param groups the permanent one included
   */
  record Limits(int contacts, int groups) {}

  private final Cast cast;
  private final Limits limits;
  private final NavigableMap<String, Account> accounts = new TreeMap<>();
  private final NavigableMap<String, Session> sessions = new TreeMap<>();

  Society(Cast cast, Limits limits) {
    this.cast = cast;
    this.limits = limits;
  }

  /**
   * @param version of its list when nothing has been done to it
   */
  void register(String handle, String name, long version) {
    accounts.put(handle, new Account(handle, name, version));
  }

  Limits limits() {
    return limits;
  }

  Optional<Account> account(String handle) {
    return Optional.ofNullable(accounts.get(handle));
  }

  Map<String, Account> accounts() {
    return accounts;
  }

  Optional<Session> session(String handle) {
    return Optional.ofNullable(sessions.get(handle));
  }

  /** Takes a step; of somebody who is not signed in all but signing in come to nothing. */
  Outcome take(Step step, long trId) {
    var actor = cast.handle(step.who());
    var outcome = new Outcome(actor);
    var session = sessions.get(actor);
    if (step instanceof SignIn signIn) {
      signIn(outcome, actor, signIn.dialect());
    } else if (session != null) {
      switch (step) {
        case SignIn again -> throw new IllegalStateException("handled above");
        case Leave leave -> leave(outcome, actor, leave.politely());
        case Syn syn -> synchronise(outcome, actor, trId, syn.offset());
        case Say say -> {
          new Turn(this, outcome, actor, trId)
              .take(say.verb(), say.words().stream().map(cast::spelled).toList());
          if (outcome.isOver()) {
            drop(outcome, actor);
          }
        }
      }
    }
    return outcome;
  }

  /** Watchers see no gap: what is on their screens stays there until the first CHG (7.5). */
  private void signIn(Outcome outcome, String actor, String dialect) {
    boolean before = sessions.containsKey(actor);
    if (before) {
      outcome.takeOver();
    }
    sessions.put(actor, new Session(dialect, before));
    readBook(actor);
  }

  private void leave(Outcome outcome, String actor, boolean politely) {
    if (politely) {
      outcome.answer("OUT");
    }
    outcome.hangUp();
    drop(outcome, actor);
  }

  private void drop(Outcome outcome, String actor) {
    sessions.remove(actor);
    refreshScreens(outcome, actor, false);
  }

  /**
   * What the session knows of others beyond its own lists is as of now. It is read when somebody
   * signs in and with each edit of their own, and kept up by news in between.
   */
  void readBook(String reader) {
    var session = sessions.get(reader);
    var own = accounts.get(reader);
    session.followers.clear();
    session.numbers.clear();
    for (var other : accounts.values()) {
      if (other.has(reader, ContactList.FL)) {
        session.followers.put(other.handle, other.name);
      }
      if (own.has(other.handle, ContactList.FL)) {
        session.numbers.put(
            other.handle, other.admits(reader) ? new TreeMap<>(other.properties) : new TreeMap<>());
      }
    }
  }

  private void synchronise(Outcome outcome, String actor, long trId, int offset) {
    var account = accounts.get(actor);
    var session = sessions.get(actor);
    session.listed = true;
    if (offset == 0) {
      outcome.answer("SYN " + trId + ' ' + account.version);
      return;
    }
    var blocks = new ArrayList<List<String>>();
    for (var listed : everybodyListed(actor)) {
      blocks.add(listing(account, session, listed));
    }
    outcome.answer(
        "SYN " + trId + ' ' + account.version + ' ' + blocks.size() + ' ' + account.groups.size());
    outcome.answer("GTC " + account.prompt);
    outcome.answer("BLP " + account.privacy);
    for (var key : Account.PROPERTIES) {
      if (account.properties.containsKey(key)) {
        outcome.answer("PRP " + key + ' ' + account.properties.get(key));
      }
    }
    account.groups.forEach((id, name) -> outcome.answer("LSG " + id + ' ' + name + " 0"));
    outcome.answer(blocks);
  }

  private Iterable<String> everybodyListed(String owner) {
    var listed = new TreeSet<>(accounts.get(owner).contacts.keySet());
    for (var other : accounts.values()) {
      if (other.has(owner, ContactList.FL)) {
        listed.add(other.handle);
      }
    }
    return listed;
  }

  /** One LST line and the BPR lines that belong to it (3.2.2). */
  private List<String> listing(Account owner, Session session, String other) {
    var lines = new ArrayList<String>();
    var contact = owner.contacts.get(other);
    int bits = accounts.get(other).has(owner.handle, ContactList.FL) ? ContactList.RL_BIT : 0;
    if (contact == null) {
      lines.add("LST " + other + ' ' + session.followers.get(other) + ' ' + bits);
      return lines;
    }
    for (var list : contact.lists) {
      bits += list.bit;
    }
    var groups = contact.groups.toString().replaceAll("[\\[\\] ]", "");
    var line = "LST " + other + ' ' + contact.nickname + ' ' + bits;
    lines.add(groups.isEmpty() ? line : line + ' ' + groups);
    var numbers = session.numbers.getOrDefault(other, new TreeMap<>());
    for (var key : Account.PROPERTIES) {
      if (numbers.containsKey(key)) {
        lines.add("BPR " + key + ' ' + numbers.get(key));
      }
    }
    return lines;
  }

  /** {@code actor} has put {@code other} on FL: one more change of the other's list (3.3.1). */
  void follow(Outcome outcome, Account actor, String other) {
    if (other.equals(actor.handle)) {
      return; // the answer says it
    }
    var account = accounts.get(other);
    account.version++;
    var session = sessions.get(other);
    if (session != null) {
      session.followers.put(actor.handle, actor.name);
      if (session.listed) {
        outcome.tell(other, "ADD 0 RL " + account.version + ' ' + actor.handle + ' ' + actor.name);
      }
    }
  }

  /** {@code actor} has taken {@code other} off FL (3.3.2). */
  void unfollow(Outcome outcome, Account actor, String other) {
    if (other.equals(actor.handle)) {
      return;
    }
    var account = accounts.get(other);
    account.version++;
    var session = sessions.get(other);
    if (session != null && session.listed) {
      outcome.tell(other, "REM 0 RL " + account.version + ' ' + actor.handle);
    }
  }

  /**
   * Everybody who follows {@code actor} and is admitted has one change more in their list (3.3.6).
   */
  void show(Outcome outcome, Account actor, String key) {
    for (var other : accounts.values()) {
      boolean concerned =
          other != actor && other.has(actor.handle, ContactList.FL) && actor.admits(other.handle);
      if (concerned) {
        other.version++;
        session(other.handle).ifPresent(session -> show(outcome, actor, key, other, session));
      }
    }
  }

  private static void show(
      Outcome outcome, Account actor, String key, Account other, Session session) {
    var value = Optional.ofNullable(actor.properties.get(key));
    var numbers = session.numbers.get(actor.handle);
    value.ifPresentOrElse(text -> numbers.put(key, text), () -> numbers.remove(key));
    if (session.listed) {
      outcome.tell(
          other.handle,
          "BPR "
              + other.version
              + ' '
              + actor.handle
              + ' '
              + key
              + value.map(v -> ' ' + v).orElse(""));
    }
  }

  /**
   * Tells every screen what changed on it.
   *
   * @param restated whether the actor has just said how they appear, which is news even when it is
   *     the same
   */
  void refreshScreens(Outcome outcome, String actor, boolean restated) {
    refreshScreens(outcome, actor, restated, Optional.empty());
  }

  /**
   * The same; what is new to the actor answers their own request.
   *
   * @param introduction what stands before those lines: {@code ILN 5}
   */
  void refreshScreens(
      Outcome outcome, String actor, boolean restated, Optional<String> introduction) {
    sessions.forEach(
        (viewer, session) -> {
          if (session.announced) {
            var arrivals = new ArrayList<List<String>>();
            var prefix = introduction.filter(ignored -> viewer.equals(actor)).orElse("NLN");
            for (var subject : accounts.values()) {
              boolean again = restated && subject.handle.equals(actor);
              refresh(outcome, viewer, subject, again)
                  .ifPresent(line -> arrivals.add(List.of(prefix + ' ' + line)));
            }
            if (!arrivals.isEmpty()) {
              outcome.of(viewer).anyOrder(arrivals);
            }
          }
        });
  }

  /** How {@code subject} appears, if {@code viewer} has to be told; good-byes are told here. */
  private Optional<String> refresh(Outcome outcome, String viewer, Account subject, boolean again) {
    var screen = sessions.get(viewer).shown;
    if (!accounts.get(viewer).has(subject.handle, ContactList.FL)) {
      screen.remove(subject.handle);
      return Optional.empty();
    }
    var before = Optional.ofNullable(screen.get(subject.handle));
    var now = appearance(subject, viewer, before);
    now.ifPresentOrElse(
        line -> screen.put(subject.handle, line), () -> screen.remove(subject.handle));
    if (now.isEmpty() && before.isPresent()) {
      outcome.tell(viewer, "FLN " + subject.handle);
    }
    return again || !now.equals(before) ? now : Optional.empty();
  }

  private Optional<String> appearance(Account subject, String viewer, Optional<String> before) {
    var session = sessions.get(subject.handle);
    if (session == null || !subject.admits(viewer)) {
      return Optional.empty();
    }
    if (!session.announced) {
      return session.inherited ? before : Optional.empty();
    }
    return session.isOpen()
        ? Optional.of(session.appearance(subject, sessions.get(viewer)))
        : Optional.empty();
  }
}
