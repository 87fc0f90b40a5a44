package im.monarch.conformance.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one command of somebody who is signed in leads to (protocol notes, 3.3, 3.4). */
final class Turn {

  private static final int NAME_BYTES = 387;
  private static final int KEY_BYTES = 3;
  private static final int VALUE_BYTES = 95;
  private static final Set<String> STATES =
      Set.of("NLN", "BSY", "IDL", "BRB", "AWY", "PHN", "LUN", "HDN");

  private final Society society;
  private final Outcome outcome;
  private final Account me;
  private final Session session;
  private final long trId;

  Turn(Society society, Outcome outcome, String actor, long trId) {
    this.society = society;
    this.outcome = outcome;
    this.me = society.account(actor).orElseThrow();
    this.session = society.session(actor).orElseThrow();
    this.trId = trId;
  }

  void take(String verb, List<String> words) {
    switch (verb) {
      case "CHG" -> changeStatus(words);
      case "ADD" -> add(words);
      case "REM" -> remove(words);
      case "ADG", "RMG", "REG" -> new GroupTurn(this, society, me).take(verb, words);
      case "REA" -> rename(words);
      case "PRP" -> setProperty(words);
      case "GTC" -> setPrompt(words);
      case "BLP" -> setPrivacy(words);
      default -> outcome.hangUp();
    }
  }

  Outcome outcome() {
    return outcome;
  }

  void refuse(int code) {
    outcome.answer(code + " " + trId);
  }

  /** The change is made: one version up, the answer, and what everybody's screen makes of it. */
  void stored(String verb, String rest) {
    me.version++;
    society.readBook(me.handle);
    var line = verb + ' ' + trId + ' ' + rest.replace("{version}", String.valueOf(me.version));
    outcome.answer(line);
  }

  void refreshScreens(boolean introducing) {
    society.refreshScreens(
        outcome, me.handle, false, introducing ? Optional.of("ILN " + trId) : Optional.empty());
  }

  private void changeStatus(List<String> words) {
    int most = session.hasPictures() ? 3 : 2;
    if (words.isEmpty() || words.size() > most) {
      outcome.hangUp();
    } else if (words.getFirst().equals("FLN")) {
      refuse(201);
    } else if (!STATES.contains(words.getFirst())) {
      outcome.hangUp();
    } else {
      appear(words);
    }
  }

  private void appear(List<String> words) {
    boolean first = !session.announced;
    session.announced = true;
    session.state = words.getFirst();
    session.clientId = words.size() > 1 ? words.get(1) : "0";
    session.picture =
        words.size() > 2 && !words.get(2).equals("0")
            ? Optional.of(words.get(2))
            : Optional.empty();
    var echo = String.join(" ", words);
    boolean completed = !session.hasPictures() && words.size() == 1;
    outcome.answer("CHG " + trId + ' ' + echo + (completed ? " 0" : ""));
    society.refreshScreens(
        outcome, me.handle, true, first ? Optional.of("ILN " + trId) : Optional.empty());
  }

  private void add(List<String> words) {
    var list = list(words, 3);
    if (list.isEmpty()) {
      outcome.hangUp();
      return;
    }
    var other = words.get(1);
    if (!isHandle(other)) {
      refuse(201);
    } else if (words.get(2).length() > NAME_BYTES) {
      outcome.hangUp();
    } else if (society.account(other).isEmpty()) {
      refuse(205);
    } else if (list.get() == ContactList.FL) {
      follow(words, other);
    } else {
      admit(list.get(), words, other);
    }
  }

  /** The list a command is about, if it can be edited and the number of words is one it takes. */
  private static Optional<ContactList> list(List<String> words, int fewest) {
    if (words.isEmpty() || !Set.of("FL", "AL", "BL").contains(words.getFirst())) {
      return Optional.empty();
    }
    var list = ContactList.valueOf(words.getFirst());
    int most = list == ContactList.FL ? fewest + 1 : fewest;
    return words.size() < fewest || words.size() > most ? Optional.empty() : Optional.of(list);
  }

  private static boolean isHandle(String word) {
    return word.indexOf('@') > 0 && word.endsWith(".com");
  }

  private void follow(List<String> words, String other) {
    var group =
        words.size() > 3 ? Optional.of(Integer.valueOf(words.get(3))) : Optional.<Integer>empty();
    boolean followed = me.has(other, ContactList.FL);
    if (group.isPresent() && !me.groups.containsKey(group.get())) {
      refuse(224);
    } else if (followed
        && (group.isEmpty() || me.contacts.get(other).groups.contains(group.get()))) {
      refuse(215);
    } else if (!followed && me.following() >= society.limits().contacts()) {
      refuse(210);
    } else {
      var contact = me.contact(other, words.get(2));
      contact.lists.add(ContactList.FL);
      contact.groups.add(group.orElse(0));
      if (!followed) {
        contact.nickname = words.get(2);
      }
      stored("ADD", "FL {version} " + String.join(" ", words.subList(1, words.size())));
      if (!followed) {
        introduce(other);
      }
    }
  }

  private void introduce(String other) {
    if (session.listed) {
      for (var key : Account.PROPERTIES) {
        var numbers = session.numbers.get(other);
        outcome.answer("BPR " + me.version + ' ' + other + ' ' + Account.shown(key, numbers));
      }
    }
    society.follow(outcome, me, other);
    refreshScreens(true);
  }

  private void admit(ContactList list, List<String> words, String other) {
    var opposite = list == ContactList.AL ? ContactList.BL : ContactList.AL;
    if (me.has(other, list)) {
      refuse(215);
    } else if (me.has(other, opposite)) {
      refuse(219);
    } else {
      me.contact(other, words.get(2)).lists.add(list);
      stored("ADD", list + " {version} " + other + ' ' + words.get(2));
      refreshScreens(false);
    }
  }

  private void remove(List<String> words) {
    var list = list(words, 2);
    if (list.isEmpty()) {
      outcome.hangUp();
      return;
    }
    var other = words.get(1);
    if (!me.has(other, list.get())) {
      refuse(216);
    } else if (words.size() > 2) {
      removeFromGroup(other, Integer.parseInt(words.get(2)));
    } else {
      me.take(other, list.get());
      stored("REM", list.get() + " {version} " + other);
      if (list.get() == ContactList.FL) {
        society.unfollow(outcome, me, other);
      }
      refreshScreens(false);
    }
  }

  /** Whoever leaves their only group is in group 0 (9, no. 27). */
  private void removeFromGroup(String other, int group) {
    var groups = me.contacts.get(other).groups;
    if (!me.groups.containsKey(group)) {
      refuse(224);
    } else if (!groups.contains(group)) {
      refuse(225);
    } else {
      groups.remove(group);
      if (groups.isEmpty()) {
        groups.add(0);
      }
      stored("REM", "FL {version} " + other + ' ' + group);
    }
  }

  private void rename(List<String> words) {
    if (words.size() != 2) {
      outcome.hangUp();
    } else if (!isHandle(words.get(0))) {
      refuse(216);
    } else if (words.get(1).length() > NAME_BYTES) {
      outcome.hangUp();
    } else if (words.get(0).equals(me.handle)) {
      me.name = words.get(1);
      stored("REA", "{version} " + String.join(" ", words));
      refreshScreens(false);
    } else if (me.contacts.containsKey(words.get(0))) {
      me.contacts.get(words.get(0)).nickname = words.get(1);
      stored("REA", "{version} " + String.join(" ", words));
    } else {
      refuse(216);
    }
  }

  private void setProperty(List<String> words) {
    if (words.isEmpty() || words.size() > 2 || words.getFirst().length() > KEY_BYTES) {
      outcome.hangUp();
    } else if (!Account.PROPERTIES.contains(words.getFirst())) {
      refuse(715);
    } else if (words.size() > 1 && words.get(1).length() > VALUE_BYTES) {
      outcome.hangUp();
    } else {
      var key = words.getFirst();
      var wish = words.size() > 1 ? Optional.of(words.get(1)) : Optional.<String>empty();
      // There is no mobile device to send to (3.3.6).
      var value = key.equals("MOB") ? wish.map(any -> "N") : wish;
      var before = Optional.ofNullable(me.properties.get(key));
      value.ifPresentOrElse(v -> me.properties.put(key, v), () -> me.properties.remove(key));
      stored("PRP", "{version} " + key + value.map(v -> ' ' + v).orElse(""));
      if (!value.equals(before)) {
        society.show(outcome, me, key);
      }
    }
  }

  private void setPrompt(List<String> words) {
    if (words.size() != 1 || !Set.of("A", "N").contains(words.getFirst())) {
      outcome.hangUp();
    } else if (me.prompt.equals(words.getFirst())) {
      refuse(218);
    } else {
      me.prompt = words.getFirst();
      stored("GTC", "{version} " + me.prompt);
    }
  }

  private void setPrivacy(List<String> words) {
    if (words.size() != 1 || !Set.of("AL", "BL").contains(words.getFirst())) {
      outcome.hangUp();
    } else if (me.privacy.equals(words.getFirst())) {
      refuse(218);
    } else {
      me.privacy = words.getFirst();
      stored("BLP", "{version} " + me.privacy);
      refreshScreens(false);
    }
  }
}
