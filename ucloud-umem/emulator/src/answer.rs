//! Responses to calls: the checks of the gateway, then the behaviour of the action.

use http::{HeaderName, HeaderValue, StatusCode};

use crate::action::{ActionSpec, Effect};
use crate::actions::Action;
use crate::call::Call;
use crate::emulator::{Emulator, State};
use crate::gateway::{self, Parameters};
use crate::generation::{self, Generation};
use crate::response::{self, Attributes};
use ucloud_umem::transport::{HttpRequest, HttpResponse};

/// Source of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    State,
    Example,
}

impl Emulator {
    /// Responds to a call that arrived at this generation. Without a base URL, download addresses
    /// have the usual one.
    pub(crate) fn answer(
        &self,
        request: &HttpRequest,
        arrival: Generation,
        base_url: Option<&str>,
    ) -> HttpResponse {
        self.answer_since(request, arrival, base_url).unwrap_or_else(generation::conflict)
    }

    /// Responds to a call, unless the state was reset since it arrived.
    fn answer_since(
        &self,
        request: &HttpRequest,
        arrival: Generation,
        base_url: Option<&str>,
    ) -> Option<HttpResponse> {
        let number = {
            let mut state = self.state_since(arrival)?;
            state.calls += 1;
            state.calls
        };
        let parameters = gateway::parameters(&request.body);
        let name = parameters.get("Action").cloned().unwrap_or_default();
        let checked = gateway::action(&parameters).and_then(|action| {
            if !self.0.unsigned {
                let (keys, now) = (&self.0.keys, self.0.clock.now());
                gateway::check_sender(&parameters, &request.headers, keys, now)?;
            }
            Ok(action)
        });
        let (body, source) = match checked {
            Ok(action) => self.act(action, parameters, arrival, base_url)?,
            Err(refusal) => (response::refused(&name, &refusal), Source::State),
        };
        let mut response = HttpResponse::new(StatusCode::OK, body);
        let request_id = HeaderValue::try_from(format!("00000000-0000-0000-0000-{number:012x}"));
        if let Ok(request_id) = request_id {
            response.headers.insert(HeaderName::from_static("x-ucloud-request-uuid"), request_id);
        }
        if source == Source::Example {
            let name = HeaderName::from_static("x-emulator-answer");
            response.headers.insert(name, HeaderValue::from_static("example"));
        }
        Some(response)
    }

    /// Executes a call whose signature was checked, unless the state was reset since it arrived.
    pub(crate) fn act(
        &self,
        action: &'static ActionSpec,
        parameters: Parameters,
        arrival: Generation,
        own_base_url: Option<&str>,
    ) -> Option<(String, Source)> {
        let done = match (Call::checked(action, parameters), Action::find(action.name)) {
            (Err(refusal), _) => Err(refusal),
            (Ok(_), None) => Ok(None),
            (Ok(mut call), Some(act)) => {
                let mut state = self.state_since(arrival)?;
                let State { store, servers, base_url, list_lag, .. } = &mut *state;
                let time = self.catch_up(store, servers);
                if !list_lag.is_zero() {
                    call.list_up_to(time.now.before(*list_lag));
                }
                let base_url = own_base_url.unwrap_or(base_url);
                let done = act.carry_out(store, servers, time, &self.0.keys, base_url, &mut call);
                self.follow(store, servers, time);
                // The keys of a role are stored, although nothing else changes.
                let is_stored = action.effect != Effect::Read || matches!(act, Action::Role(_));
                if done.is_ok() && is_stored {
                    self.changed();
                }
                done.map(Some).map_err(|refusal| refusal.naming(call.ids()))
            }
        };
        Some(match (done, action.example) {
            (Ok(Some(attributes)), _) => (response::success(action, &attributes), Source::State),
            (Ok(None), Some(example)) => (example.to_owned(), Source::Example),
            (Ok(None), None) => (response::success(action, &Attributes::new()), Source::Example),
            (Err(refusal), _) => (response::refused(action.name, &refusal), Source::State),
        })
    }
}

#[cfg(test)]
mod tests;
