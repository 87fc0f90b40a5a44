package im.monarch.switchboard.conversation;

import im.monarch.domain.switchboards.Invitation;
import im.monarch.domain.switchboards.Key;
import im.monarch.switchboard.stage.Exchange;
import im.monarch.switchboard.stage.HandClock;
import im.monarch.switchboard.stage.People;
import java.util.Locale;

/** An exchange with room for three in a session, and ways to come in. */
abstract class SbConversationSetting {

  static final int MAX_MEMBERS = 3;

  final HandClock clock = new HandClock();
  final Exchange exchange = new Exchange(MAX_MEMBERS, clock);

  Visitor alone(String name) {
    var visitor = new Visitor(exchange.services());
    Key key = exchange.keyFor(name);
    visitor.says("USR 1 " + People.handle(name) + ' ' + key.text()).hears();
    return visitor;
  }

  /** Somebody who follows an invitation of {@code caller}, who has heard of the ringing. */
  Visitor invited(Visitor caller, String name) {
    exchange.bell().reaches(name.toLowerCase(Locale.ROOT));
    var before = caller.hears();
    caller.says("CAL 9 " + People.handle(name));
    caller.hears();
    var visitor = new Visitor(exchange.services());
    visitor.says(answer(exchange.bell().rung().getLast()));
    caller.remembers(before);
    return visitor;
  }

  static String answer(Invitation invitation) {
    return "ANS 1 %s %s %s"
        .formatted(invitation.callee(), invitation.key().text(), invitation.session());
  }
}
