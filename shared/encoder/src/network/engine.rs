//! What computes a model's network: the CPU, or a device with the CPU as its stand-in.

use super::arithmetic::ArithmeticError;
use super::cpu::CpuNetwork;
#[cfg(feature = "candle")]
use super::device::{DeviceNetwork, device_failed};
use super::input::Input;
use super::matrix::Matrix;
use super::workspace::Workspace;
use crate::error::FolderError;
use crate::tensors;

/// A network on the CPU and, if there is one, on a device.
#[derive(Debug)]
pub(crate) struct Engine {
    pub(super) cpu: CpuNetwork,
    #[cfg(feature = "candle")]
    pub(super) device: Option<DeviceNetwork>,
}

/// A device to compute on. Without the feature `candle` there is none.
#[cfg(feature = "candle")]
pub(crate) type Device = candle_core::Device;
#[cfg(not(feature = "candle"))]
pub(crate) type Device = std::convert::Infallible;

impl Engine {
    /// Returns the number of positions that the network can read at once.
    pub(crate) fn window(&self) -> usize {
        self.cpu.window()
    }

    /// Reports whether there is a device on which nothing has failed.
    #[cfg(all(test, feature = "candle"))]
    pub(crate) fn device_works(&self) -> bool {
        self.device.as_ref().is_some_and(|device| !device.has_failed())
    }

    /// Computes the logits of a window on the CPU and, if there is one, on the device. Unlike in
    /// [`Self::logits`], a failing device is an error.
    pub(crate) fn try_all(&self, inputs: &[Input]) -> Result<Vec<Matrix>, FolderError> {
        let logits = self.cpu.logits(inputs, &mut Workspace::default()).map_err(mismatch)?;
        #[cfg(feature = "candle")]
        if let Some(device) = &self.device {
            return Ok(vec![logits, device.compute(inputs).map_err(device_failed)?]);
        }
        Ok(vec![logits])
    }

    /// Computes a row of logits, one for each label, for each position of a window.
    ///
    /// Where the device fails (out of memory, gone), the CPU computes the window instead, which is slower.
    pub(crate) fn logits(&self, inputs: &[Input], work: &mut Workspace) -> Result<Matrix, ArithmeticError> {
        #[cfg(feature = "candle")]
        if let Some(logits) = self.device.as_ref().and_then(|device| device.logits(inputs)) {
            return Ok(logits);
        }
        self.cpu.logits(inputs, work)
    }
}

/// Turns an arithmetic error into one of the folder: sizes that do not fit come from files that do not match.
pub(super) fn mismatch(error: ArithmeticError) -> FolderError {
    FolderError::from_source(tensors::FILE, error, "take config.json and model.safetensors from one folder")
}
