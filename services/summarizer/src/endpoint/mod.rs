//! A language model behind an OpenAI-compatible endpoint: Ollama, vLLM, a llama.cpp server and others.

mod client;
mod settings;
#[cfg(test)]
mod tests;

pub(crate) use settings::EndpointArgs;
