package org.consoleme.slack;

import java.util.List;
import java.util.stream.Stream;
import org.consoleme.access.LookAlikes;
import org.consoleme.identity.RateLimits;
import org.consoleme.slack.command.LinkedCallers;
import org.consoleme.slack.command.SlackCommand;
import org.consoleme.slack.events.SlackEventHandler;
import org.consoleme.slack.requests.Acknowledging;
import org.consoleme.slack.requests.AppReplies;
import org.consoleme.slack.requests.ApprovalsChannel;
import org.consoleme.slack.requests.AskingOutlook;
import org.consoleme.slack.requests.CardChannels;
import org.consoleme.slack.requests.CardHandlers;
import org.consoleme.slack.requests.CardReview;
import org.consoleme.slack.requests.CardRoom;
import org.consoleme.slack.requests.CardWithdrawal;
import org.consoleme.slack.requests.CardsUnderWay;
import org.consoleme.slack.requests.ClickedCard;
import org.consoleme.slack.requests.ExtendCommand;
import org.consoleme.slack.requests.GivingBack;
import org.consoleme.slack.requests.GrantButtons;
import org.consoleme.slack.requests.InboxCommand;
import org.consoleme.slack.requests.MineCommand;
import org.consoleme.slack.requests.ModalSeal;
import org.consoleme.slack.requests.OutcomeMessage;
import org.consoleme.slack.requests.OwnGrants;
import org.consoleme.slack.requests.RecordedCards;
import org.consoleme.slack.requests.RepliedCards;
import org.consoleme.slack.requests.RequestAsking;
import org.consoleme.slack.requests.RequestCommand;
import org.consoleme.slack.requests.RequestCopies;
import org.consoleme.slack.requests.RequestFactsReader;
import org.consoleme.slack.requests.RequestHandlers;
import org.consoleme.slack.requests.RequestSubmission;
import org.consoleme.slack.requests.RequestThreads;
import org.consoleme.slack.requests.RequestableRoles;
import org.consoleme.slack.requests.RestrictedChannels;
import org.consoleme.slack.requests.ReturnCommand;
import org.consoleme.slack.requests.ReviewAction;
import org.consoleme.slack.requests.ReviewSubmission;
import org.consoleme.slack.requests.RevokeAction;
import org.consoleme.slack.requests.RoleSuggestions;
import org.consoleme.slack.requests.SharedChannels;
import org.consoleme.slack.requests.SlackNotifier;
import org.consoleme.slack.requests.ThreadComments;
import org.consoleme.slack.requests.ToldAlready;
import org.consoleme.slack.requests.UntakenReplies;
import org.consoleme.slack.requests.WithdrawButton;
import org.consoleme.slack.verify.Refusals;

/** What a {@link SlackNode} has of requests. */
final class RequestParts {
    final RequestHandlers handlers;
    final SlackNotifier notifier;
    final ApprovalsChannel channel;
    final RequestThreads threads;
    final List<SlackEventHandler> events;
    final AdminAlerts alerts;
    final Unfinished unfinished;

    /** To be taken once. */
    final Stream<SlackCommand> commands;

    /** The parts of a node that are there without requests. */
    record Slack(
            SlackSettings settings,
            SlackTenant tenant,
            SlackApi api,
            SlackPosts posts,
            SlackWork work,
            Unfinished unfinished,
            SlackCallers known,
            LinkedCallers callers,
            Refusals refusals) {}

    RequestParts(Slack slack, SlackDoor door) {
        unfinished = slack.unfinished();
        RequestsBehindSlack core = door.core;
        RequestFactsReader facts =
                new RequestFactsReader(
                        door.accounts,
                        core.rights,
                        core.rules,
                        core.grants,
                        core.risks,
                        new LookAlikes(door.index),
                        door.clock);
        RequestCopies copies =
                new RequestCopies(
                        slack.posts(),
                        core.cards,
                        core.requests,
                        facts,
                        new OutcomeMessage(slack.settings()),
                        slack.settings(),
                        slack.tenant(),
                        door.clock);
        alerts =
                new AdminAlerts(
                        core.authorities, door.links, slack.posts(), door.store, unfinished);
        CardChannels channels = new CardChannels(slack.settings(), core.rules, core.rights);
        SharedChannels shared =
                new SharedChannels(
                        new CardWithdrawal(
                                new CardsUnderWay(core.requests, core.known, core.cards),
                                core.cards,
                                slack.posts(),
                                slack.settings(),
                                door.clock),
                        channels,
                        alerts,
                        slack.settings(),
                        door.once,
                        door.store,
                        unfinished);
        RestrictedChannels restricted = new RestrictedChannels(door.store);
        notifier =
                new SlackNotifier(
                        copies,
                        facts,
                        core.requests,
                        door.links,
                        slack.posts(),
                        slack.settings(),
                        new CardRoom(
                                core.cards, slack.posts(), slack.settings(), shared, restricted),
                        new ToldAlready(core.cards, door.links, slack.posts(), door.clock));
        threads =
                new RequestThreads(
                        core.cards,
                        core.threads,
                        channels,
                        new SlackReplies(slack.api()),
                        slack.posts(),
                        slack.settings(),
                        door.clock);
        RecordedCards recorded = new RecordedCards(core.cards, slack.tenant());
        RepliedCards replied = new RepliedCards(recorded, channels, slack.tenant(), unfinished);
        events =
                List.of(
                        shared,
                        new MemberChanges(door.slackUserChanges, slack.api()),
                        new AppReplies(replied, slack.tenant(), slack.refusals()),
                        new ThreadComments(
                                slack.work(),
                                slack.known(),
                                replied,
                                core.threads,
                                core.look,
                                core.comment,
                                slack.tenant(),
                                new UntakenReplies(
                                        slack.callers(),
                                        new SlackProblems(slack.settings()),
                                        door.once)));
        channel =
                new ApprovalsChannel(
                        slack.settings(),
                        slack.posts(),
                        channels,
                        shared,
                        restricted,
                        slack.work(),
                        door.clock);
        CardReview review =
                new CardReview(
                        core.look, core.review, facts, copies, slack.settings(), slack.refusals());
        ModalSeal seal = new ModalSeal(slack.settings());
        SlackModals modals = new SlackModals(slack.api(), door.store);
        RequestableRoles roles = new RequestableRoles(core.search, door.accounts);
        RequestAsking asking =
                new RequestAsking(
                        core.open,
                        core.extend,
                        new AskingOutlook(core.open, roles),
                        roles,
                        seal,
                        modals,
                        slack.settings());
        RequestCommand request = new RequestCommand(slack.callers(), roles, asking);
        OwnGrants own = new OwnGrants(core.ownGrants, core.grants);
        GrantButtons grants =
                new GrantButtons(
                        slack.callers(),
                        own,
                        new GivingBack(core.ending.giveBack),
                        roles,
                        asking,
                        slack.refusals());
        InboxCommand inbox =
                new InboxCommand(
                        slack.callers(),
                        core.inbox,
                        core.look,
                        facts,
                        copies,
                        slack.posts(),
                        slack.settings(),
                        slack.refusals(),
                        door.clock);
        Acknowledging acknowledging = new Acknowledging(slack.work(), slack.refusals());
        ClickedCard clicked =
                new ClickedCard(
                        recorded, slack.posts(), slack.tenant(), slack.refusals(), door.clock);
        CardHandlers cards =
                new CardHandlers(
                        acknowledging,
                        new ReviewAction(slack.known(), clicked, review, seal, modals),
                        new ReviewSubmission(
                                slack.known(), core.cards, review, seal, slack.refusals()),
                        new RevokeAction(
                                slack.known(),
                                clicked,
                                core.requests,
                                facts,
                                copies,
                                core.ending.prepare,
                                core.ending.revoke,
                                seal,
                                modals,
                                slack.settings(),
                                slack.refusals()));
        handlers =
                new RequestHandlers(
                        acknowledging,
                        slack.work(),
                        cards,
                        request,
                        new RequestSubmission(
                                slack.callers(),
                                roles,
                                asking,
                                new SlackProblems(slack.settings())),
                        asking,
                        new RoleSuggestions(slack.known(), roles, new RateLimits(door.clock)),
                        grants,
                        new WithdrawButton(slack.known(), core.cancel, roles, slack.refusals()),
                        inbox);
        commands =
                Stream.of(
                        request,
                        inbox,
                        new MineCommand(slack.callers(), own, core.list, roles, slack.settings()),
                        new ReturnCommand(slack.callers(), grants),
                        new ExtendCommand(slack.callers(), grants));
    }
}
