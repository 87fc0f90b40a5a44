package im.monarch.passport.rst;

import im.monarch.domain.accounts.Account;
import im.monarch.domain.accounts.Accounts;
import im.monarch.domain.tickets.TicketMint;
import im.monarch.passport.http.HttpAnswer;
import im.monarch.passport.http.HttpRequest;
import im.monarch.passport.http.Page;
import im.monarch.passport.http.Status;
import im.monarch.passport.login.PasswordCheck;
import im.monarch.passport.rst.RstRequest.Flaw;
import im.monarch.passport.rst.RstRequest.Tokens;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /RST.srf}: a password against tokens, in one SOAP message each way. */
public final class RstPage implements Page {

  /**
   * Where it is found. The later ones are those that the service of the time redirected to, which
   * some clients remember.
   */
  public static final List<String> PATHS =
      List.of("/RST.srf", "/pp450/RST.srf", "/pp550/RST.srf", "/pp900/RST.srf");

  private static final Logger LOG = LoggerFactory.getLogger(RstPage.class);
  private static final Duration A_MOMENT = Duration.ofSeconds(5);

  private final Accounts accounts;
  private final PasswordCheck passwords;
  private final Grants grants;
  private final Clock clock;

  /**
   * @param passwords the one that the login page uses: both share its limits
   */
  public RstPage(Accounts accounts, PasswordCheck passwords, TicketMint mint, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.grants = new Grants(mint);
    this.clock = clock;
  }

  /**
   * A page that sends everybody to the one of another server.
   *
   * @param location absolute, https
   */
  public static Page elsewhere(String location, Clock clock) {
    return request ->
        Future.succeededFuture(
            refusal(request).orElseGet(() -> Fault.redirect(clock.instant(), location)));
  }

  @Override
  public Future<HttpAnswer> answer(HttpRequest request) {
    return refusal(request).map(Future::succeededFuture).orElseGet(() -> read(request));
  }

  /** What HTTP has to say to it. Compressed messages are not unpacked: no client sends any. */
  private static Optional<HttpAnswer> refusal(HttpRequest request) {
    if (!request.method().equals("POST")) {
      return Optional.of(HttpAnswer.of(Status.METHOD_NOT_ALLOWED).with("Allow", "POST"));
    }
    return request.header("Content-Encoding").stream()
        .filter(encoding -> !encoding.strip().equalsIgnoreCase("identity"))
        .findFirst()
        .map(encoding -> HttpAnswer.of(Status.UNSUPPORTED_MEDIA_TYPE));
  }

  private Future<HttpAnswer> read(HttpRequest request) {
    return switch (RstReader.read(request.body().getBytes())) {
      case RstRequest.Refused(var flaw) -> refuse(flaw, request.address());
      case Tokens tokens ->
          tokens.wanted().stream().anyMatch(Grants::hasBadChallenge)
              ? refuse(Flaw.BAD_POLICY, request.address())
              : signIn(tokens, request.address());
    };
  }

  private Future<HttpAnswer> refuse(Flaw flaw, String address) {
    LOG.atDebug().addKeyValue("address", address).addKeyValue("reason", flaw).log("no sign-in");
    var fault =
        switch (flaw) {
          case MALFORMED -> Fault.MALFORMED;
          case OTHER_SOAP -> Fault.OTHER_SOAP;
          case NO_CREDENTIALS -> Fault.NO_CREDENTIALS;
          case BAD_POLICY -> Fault.BAD_POLICY;
        };
    return Future.succeededFuture(fault.answer(clock.instant()));
  }

  private Future<HttpAnswer> signIn(Tokens tokens, String address) {
    return passwords
        .check(tokens.handle(), tokens.password(), address)
        .compose(
            outcome ->
                switch (outcome) {
                  case PasswordCheck.Outcome.Right(var handle) ->
                      accounts
                          .find(handle)
                          .map(account -> welcome(account, tokens))
                          .recover(fault -> Future.succeededFuture(storeAway(fault)));
                  case PasswordCheck.Outcome.Wrong() ->
                      Future.succeededFuture(Fault.WRONG.answer(clock.instant()));
                  case PasswordCheck.Outcome.TryLater(var pause) ->
                      Future.succeededFuture(Fault.tryLater(clock.instant(), pause));
                });
  }

  private HttpAnswer welcome(Optional<Account> found, Tokens tokens) {
    return found
        .map(
            account ->
                TokenAnswer.of(
                    account.memberId(),
                    grants.to(account.handle(), tokens.wanted()),
                    clock.instant()))
        .orElseGet(() -> Fault.WRONG.answer(clock.instant())); // removed meanwhile
  }

  private HttpAnswer storeAway(Throwable fault) {
    LOG.atWarn().addKeyValue("reason", fault).log("cannot look up who signs in");
    return Fault.tryLater(clock.instant(), A_MOMENT);
  }
}
