package im.monarch.switchboard.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.monarch.protocol.command.SbMessage;
import im.monarch.protocol.command.SbRequest;
import im.monarch.protocol.dialect.Reading;
import im.monarch.protocol.frame.Frame;
import im.monarch.protocol.frame.FrameDecoder;
import im.monarch.protocol.frame.MalformedFrameException;
import im.monarch.protocol.frame.PayloadVerbs;
import im.monarch.runtime.connection.Departure;
import im.monarch.runtime.connection.Peer;
import im.monarch.runtime.connection.Step;
import im.monarch.switchboard.room.SbNews;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A client without a socket: says lines, and keeps what it hears. One thread only. */
final class Visitor implements Peer<SbNews> {

  private final SbConversation conversation;
  private final List<String> heard = new ArrayList<>();
  private final List<SbNews> news = new ArrayList<>();
  private SbState state;
  private boolean waiting;

  Visitor(SbServices services) {
    this.conversation = new SbConversation(services, this);
    this.state = conversation.opening();
  }

  /** Says one command, with its payload behind a line end if it has one. */
  Visitor says(String text) {
    var decoder = new FrameDecoder(conversation.limits(state), PayloadVerbs.OF_CLIENTS);
    decoder.feed((text.contains("\r\n") ? text : text + "\r\n").getBytes(UTF_8));
    try {
      answer(decoder.next().orElseThrow());
    } catch (MalformedFrameException e) {
      throw new AssertionError(text, e);
    }
    return this;
  }

  /** The connection is gone. */
  void goes(Departure reason) {
    conversation.gone(state, reason);
    state = conversation.ended(state);
  }

  /** Everything heard since somebody last asked; lines without their ends. */
  List<String> hears() {
    var all = List.copyOf(heard);
    heard.clear();
    return all;
  }

  /** Has heard {@code lines} as well, before everything else. */
  void remembers(List<String> lines) {
    heard.addAll(0, lines);
  }

  boolean isHungUpOn() {
    return state.isEnded();
  }

  private void answer(Frame frame) {
    switch (conversation.read(state, frame)) {
      case Reading.Understood<SbRequest>(var request) ->
          perform(() -> conversation.on(state, request));
      case Reading.Refused<SbRequest>(var trId, var code) ->
          perform(Step.to(state, conversation.refusal(trId, code)));
      case Reading.Dismissed<SbRequest>(var trId, var code) ->
          perform(Step.to(conversation.ended(state), conversation.refusal(trId, code)));
      case Reading.Foreign<SbRequest> foreign -> perform(Step.to(conversation.ended(state)));
    }
  }

  private void perform(Supplier<Future<Step<SbState, SbMessage>>> turn) {
    waiting = true;
    turn.get()
        .onComplete(
            step -> {
              waiting = false;
              perform(step);
              hearNews();
            },
            fault -> {
              throw new AssertionError(fault);
            });
  }

  private void perform(Step<SbState, SbMessage> step) {
    boolean goes = step.next().isEnded() && !state.isEnded();
    state = step.next();
    for (var message : step.messages()) {
      heard.add(new String(conversation.encode(state, message), UTF_8).replaceFirst("\r\n$", ""));
    }
    if (goes) {
      conversation.gone(state, Departure.ENDED);
    }
  }

  private void hearNews() {
    while (!waiting && !news.isEmpty()) {
      var next = news.removeFirst();
      perform(() -> conversation.hear(state, next));
    }
  }

  @Override
  public void tell(SbNews message) {
    news.add(message);
    hearNews();
  }

  @Override
  public String host() {
    return "127.0.0.1";
  }

  @Override
  public int port() {
    return 1;
  }
}
