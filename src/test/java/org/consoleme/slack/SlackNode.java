package org.consoleme.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import java.net.URI;
import org.consoleme.access.EligibleRoles;
import org.consoleme.access.FindRole;
import org.consoleme.access.ListEligibleRoles;
import org.consoleme.access.SearchRoles;
import org.consoleme.credentials.HandOffs;
import org.consoleme.credentials.OfferRole;
import org.consoleme.credentials.ProvenRoles;
import org.consoleme.credentials.SessionAudit;
import org.consoleme.identity.OfferSlackLink;
import org.consoleme.identity.SlackLinkAlarm;
import org.consoleme.identity.SlackLinkTickets;
import org.consoleme.identity.UnlinkSlack;
import org.consoleme.notifications.Notifier;
import org.consoleme.slack.command.AllCommands;
import org.consoleme.slack.command.CredsCommand;
import org.consoleme.slack.command.FindCommand;
import org.consoleme.slack.command.LinkCommand;
import org.consoleme.slack.command.LinkedCallers;
import org.consoleme.slack.command.RoleWords;
import org.consoleme.slack.command.SlackCommands;
import org.consoleme.slack.command.UnlinkCommand;
import org.consoleme.slack.command.WhoamiCommand;
import org.consoleme.slack.events.SlackEvents;
import org.consoleme.slack.message.ResponseUrl;
import org.consoleme.slack.verify.EnvelopeCheck;
import org.consoleme.slack.verify.Refusals;
import org.consoleme.slack.verify.SlackVerifier;
import org.consoleme.testing.VirtualThreads;

/** One server's Slack door, behind a real socket; its stores are those of the {@link SlackDoor}. */
final class SlackNode implements AutoCloseable {
    final VirtualThreads threads = new VirtualThreads();
    final SlackTenant tenant;
    final SlackApp slackApp;
    final App app;
    final SlackConnection connection;
    final SlackVerifier verifier;
    final SlackSocket socket;
    final RequestParts requests;
    final Notifier notifier;
    final Notifier threadsOfCards;
    final SlackLinkAlarm alarm;
    private final SlackApi api;
    private final ServletAdapter http;

    SlackNode(SlackDoor door, SlackSettings settings) {
        api = new SlackApi(settings, door.clock);
        tenant = new SlackTenant(settings);
        connection = new SlackConnection(settings, api, tenant);
        connection.look();
        Refusals refusals = new Refusals(door.audit, threads.service(), door.clock, door.meters);
        SlackCallers known =
                new SlackCallers(api, door.links, door.groups, refusals, tenant, door.clock);
        LinkedCallers callers =
                new LinkedCallers(
                        known,
                        api,
                        tenant,
                        new OfferSlackLink(new SlackLinkTickets(door.store)),
                        settings);
        EligibleRoles eligible = door.eligible();
        ListEligibleRoles list = new ListEligibleRoles(eligible, door.index);
        RoleWords words = new RoleWords(door.accounts, list);
        CredsCommand creds =
                new CredsCommand(
                        callers,
                        new OfferRole(
                                new ProvenRoles(
                                        new FindRole(eligible, door.accounts),
                                        door.grants,
                                        door.known,
                                        door.clock),
                                new HandOffs(door.store),
                                new SessionAudit(door.audit, door.clock)),
                        list,
                        words,
                        settings);
        SlackPosts posts = new SlackPosts(api);
        Unfinished unfinished = new Unfinished(door.clock);
        SlackWork work =
                new SlackWork(
                        threads.service(),
                        door.once,
                        new SlackAnswers(new ResponseUrl(settings), posts, unfinished),
                        new SlackProblems(settings),
                        refusals,
                        door.meters);
        requests =
                new RequestParts(
                        new RequestParts.Slack(
                                settings,
                                tenant,
                                api,
                                posts,
                                work,
                                unfinished,
                                known,
                                callers,
                                refusals),
                        door);
        notifier = requests.notifier;
        threadsOfCards = requests.threads;
        alarm = new LinkConflicts(work, requests.alerts, door.links, settings);
        SlackCommands commands =
                AllCommands.of(
                        creds,
                        new FindCommand(callers, new SearchRoles(eligible, door.accounts), words),
                        new WhoamiCommand(callers, list),
                        new LinkCommand(callers, door.links, settings),
                        new UnlinkCommand(
                                new UnlinkSlack(door.links, door.audit, door.clock), settings),
                        requests.commands,
                        settings);
        slackApp =
                new SlackApp(
                        settings,
                        work,
                        commands,
                        creds,
                        requests.handlers,
                        new SlackEvents(requests.events, work));
        app = slackApp.make();
        verifier =
                new SlackVerifier(
                        settings.signingSecret().orElseThrow(), tenant, refusals, door.clock);
        socket =
                new SlackSocket(
                        api,
                        settings,
                        new SocketEnvelopes(new EnvelopeCheck(tenant, refusals)),
                        threads.service(),
                        door.clock);
        http = new ServletAdapter(verifier, new SlackAppServlet(app));
    }

    URI url() {
        return http.url();
    }

    @Override
    public void close() {
        socket.close();
        http.close();
        threads.close();
        api.close();
    }
}
